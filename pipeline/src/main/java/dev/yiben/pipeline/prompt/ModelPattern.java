package dev.yiben.pipeline.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern for names of models, in which {@code *} stands for anything, in any letter case;
 * hyphens, underlines and spaces are the same.
 */
public record ModelPattern(String glob) {
  private static final Pattern SEPARATORS = Pattern.compile("[-_\\s]+");

  /** Returns whether the pattern fits the whole of a name. */
  public boolean fits(String name) {
    String regex =
        Arrays.stream(normal(glob).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.matches(regex, normal(name));
  }

  /** Returns how much of a name the pattern tells: of several that fit, the one with most holds. */
  public int weight() {
    return glob.replace("*", "").length();
  }

  private static String normal(String text) {
    return SEPARATORS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
  }
}
