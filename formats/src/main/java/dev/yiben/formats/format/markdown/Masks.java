package dev.yiben.formats.format.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a text that Markdown's grammar does not know but that are no text: formulas,
 * templates, addresses. They are hidden from the parser behind characters that mean nothing to it,
 * one for one.
 *
 * @param text the text with its parts hidden
 * @param sign the character that hides
 */
record Masks(String text, char sign) {
  private static final Pattern HIDDEN =
      Pattern.compile(
          // How any of it begins, which rules out most places at once.
          "(?=[$\\\\{\\[:hw\\p{Cc}\\u2028\\u2029\\p{Cs}]|(?m:^))(?:"
              // Formulas.
              + "(?<![\\\\$])\\$\\$(?!\\$)(?<formula>[^$]{1,4000}+)\\$\\$"
              + "|(?<![\\\\\\w$])\\$(?![\\s$])[^$\\n]{0,300}(?<![\\s\\\\])\\$(?![\\w$])"
              + "|(?<!\\\\)\\\\\\([^\\n]{1,300}?\\\\\\)"
              // Shortcodes of Hugo, tags of Liquid and Jinja, attributes of Kramdown and Pandoc.
              + "|(?<!\\\\)\\{\\{[^\\n]{0,1000}?\\}\\}\\}?+|(?<!\\\\)\\{%[^\\n]{0,1000}?%\\}"
              + "|(?<!\\\\)\\{[#.:][^{}\\n]{0,200}+\\}"
              // Lines of admonitions, and what makes a quotation one.
              + "|(?m:^[ \\t>]*+)(?<fence>:{3,}+[^\\n\\r]*+)"
              + "|(?m:^[ \\t>]{0,100}>[ \\t]?)(?<alert>\\[![A-Za-z-]{1,30}+\\][+-]?+)"
              // The box of a task.
              + "|(?m:^[ \\t>]*+(?:[-*+]|\\d{1,9}[.)])[ \\t]{1,4}+)(?<box>\\[[ xX]\\](?=[ \\t]))"
              // Links of wikis, places of contents, names of emoji, bars in tables.
              + "|(?<!\\\\)\\[\\[[^\\[\\]\\n]{1,200}+\\]\\]|(?m:^)\\[TOC\\](?m:$)"
              + "|(?<![\\w:\\\\]):(?=[a-z_]*[a-z])[a-z0-9_+-]{2,30}+:(?![\\w:])|\\\\\\|"
              // Addresses.
              + "|(?<![\\w(<\\[\"'\\\\/])(?:https?://|www\\.)[^\\s<>|]{1,2000}(?<![.,:;!?\"'*_)\\]])"
              // What no line of text has.
              + "|[\\p{Cc}&&[^\\t\\r\\n]]|[\\u2028\\u2029]|\\p{Cs})");

  private static final Pattern UNSEEN =
      Pattern.compile(":{3,}.*|\\[![A-Za-z-]+\\][+-]?|\\[[ xX]\\]|\\{[#.:].*\\}|\\[TOC\\]");

  private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*+\\R");

  /** Hides what is no text. */
  static Masks of(String text) {
    char sign = '\uE000';
    while (text.indexOf(sign) >= 0 && sign < '\uF8FF') {
      sign++;
    }
    StringBuilder masked = new StringBuilder(text);
    Matcher matcher = HIDDEN.matcher(text);
    while (matcher.find()) {
      String formula = matcher.group("formula");
      if (formula != null && BLANK_LINE.matcher(formula).find()) {
        continue;
      }
      for (int i = start(matcher); i < matcher.end(); i++) {
        if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
          masked.setCharAt(i, sign);
        }
      }
    }
    return new Masks(masked.toString(), sign);
  }

  private static int start(Matcher matcher) {
    for (String group : List.of("fence", "alert", "box")) {
      if (matcher.group(group) != null) {
        return matcher.start(group);
      }
    }
    return matcher.start();
  }

  /** Returns whether a hidden part is none that stands for words: it may stay outside of text. */
  static boolean isUnseen(String part) {
    return UNSEEN.matcher(part).matches();
  }

  /** Returns the hidden ranges in a range, each as start and end. */
  List<int[]> in(int start, int end) {
    List<int[]> ranges = new ArrayList<>();
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == sign) {
        int from = i;
        while (i < end && text.charAt(i) == sign) {
          i++;
        }
        ranges.add(new int[] {from, i});
      }
    }
    return ranges;
  }
}
