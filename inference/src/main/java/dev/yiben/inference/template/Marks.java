package dev.yiben.inference.template;

import dev.yiben.inference.ChatMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stand in a template for the contents of messages, which it could otherwise alter. */
final class Marks {
  private static final Pattern MARK = Pattern.compile("MESSAGE-(\\d{1,9})-HERE");
  // A list of parts that is written as if it were the text.
  private static final Pattern WRITTEN_PART = Pattern.compile("['\"]text['\"]: ?['\"]MESSAGE-");

  private Marks() {}

  /** Returns what stands for the content of a message. */
  static String mark(int message) {
    return "MESSAGE-" + message + "-HERE";
  }

  /** Returns the first message whose mark is not there as it was given. */
  static Optional<ChatMessage> missing(String rendered, List<ChatMessage> messages) {
    Set<String> found = new HashSet<>();
    if (!WRITTEN_PART.matcher(rendered).find()) {
      MARK.matcher(rendered).results().forEach(mark -> found.add(mark.group()));
    }
    for (int i = 0; i < messages.size(); i++) {
      if (!found.contains(mark(i))) {
        return Optional.of(messages.get(i));
      }
    }
    return Optional.empty();
  }

  /** Returns the text with the contents in place of the marks. */
  static String filled(String rendered, List<ChatMessage> messages, UnaryOperator<String> safely) {
    return MARK.matcher(rendered)
        .replaceAll(
            mark -> {
              int index = Integer.parseInt(mark.group(1));
              return Matcher.quoteReplacement(
                  index < messages.size()
                      ? safely.apply(messages.get(index).content())
                      : mark.group());
            });
  }
}
