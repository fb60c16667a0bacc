package dev.yiben.inference.template;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tokens that steer a model, which the text of a document must not be able to forge.
 *
 * <p>The tokenizer takes {@code <|im_end|>} in a message for the token itself. A word joiner behind
 * the first character makes it plain text; it is taken out of the answer again.
 */
public final class ControlTokens {
  private static final char WORD_JOINER = '\u2060';
  // llama.cpp takes these for ends of a turn whatever their type in the file.
  private static final Set<String> ALWAYS =
      Set.of(
          "<|im_end|>",
          "<|eot_id|>",
          "<|eom_id|>",
          "<|end|>",
          "<|end_of_text|>",
          "<|endoftext|>",
          "<end_of_turn>",
          "<EOT>",
          "_<EOT>",
          "<|EOT|>",
          "<｜end▁of▁sentence｜>");

  private final Set<String> texts;
  private final Pattern forged;
  private final Pattern disarmed;

  /** Creates the tokens of a model from their texts. */
  public ControlTokens(Set<String> ofModel) {
    Set<String> all = new HashSet<>(ALWAYS);
    all.addAll(ofModel);
    texts = Set.copyOf(all);
    forged = pattern("");
    disarmed = pattern(String.valueOf(WORD_JOINER));
  }

  private Pattern pattern(String between) {
    return Pattern.compile(
        texts.stream()
            .filter(text -> text.length() > 1)
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(text -> text))
            .map(text -> Pattern.quote(text.charAt(0) + between + text.substring(1)))
            .collect(Collectors.joining("|")));
  }

  /** Whether the text is such a token. */
  public boolean contains(String text) {
    return texts.contains(text);
  }

  /** Returns a text in which nothing is a control token any more. */
  public String disarm(String text) {
    String result = text;
    // Taking one apart cannot make another, but tokens may overlap.
    while (forged.matcher(result).find()) {
      result = forged.matcher(result).replaceAll(m -> quote(split(m.group())));
    }
    return result;
  }

  /** Returns the text with what {@link #disarm} put in taken out. */
  public String restore(String text) {
    return disarmed
        .matcher(text)
        .replaceAll(m -> quote(m.group().charAt(0) + m.group().substring(2)));
  }

  /** Returns the text without the control token that it ends with, or the text itself. */
  public String withoutEnd(String text) {
    return texts.stream()
        .filter(text::endsWith)
        .max(Comparator.comparingInt(String::length))
        .map(end -> text.substring(0, text.length() - end.length()))
        .orElse(text);
  }

  private static String split(String token) {
    return token.charAt(0) + String.valueOf(WORD_JOINER) + token.substring(1);
  }

  private static String quote(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
