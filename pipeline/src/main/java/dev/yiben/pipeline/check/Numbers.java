package dev.yiben.pipeline.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in digits, as they stand in a text. */
final class Numbers {
  private static final Pattern NUMBER = Pattern.compile("[0-9](?:[0-9.,]{0,60}[0-9])?");
  private static final Pattern SEPARATOR = Pattern.compile("[.,]");

  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

  private Numbers() {}

  /** Returns a text whose full-width and other compatible digits are ASCII. */
  static String digits(String text) {
    if (text.chars().noneMatch(c -> c > 127)) {
      return text;
    }
    StringBuilder ascii = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .forEach(
            c -> {
              int digit = Character.digit(c, 10);
              ascii.appendCodePoint(digit >= 0 && c > 127 ? '0' + digit : c);
            });
    return ascii.toString();
  }

  /** Returns the numbers of a text as they stand there. */
  static List<String> in(String digits) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(digits);
    while (matcher.find()) {
      if (!isOfVariable(digits, matcher.start())) {
        numbers.add(matcher.group());
      }
    }
    return numbers;
  }

  /** Returns whether a number is part of a variable such as {@code %3$s} or a name such as l10n. */
  private static boolean isOfVariable(String text, int at) {
    int before = at - 1;
    while (before >= 0 && ".-+#$".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return (before >= 0 && text.charAt(before) == '%')
        || (at > 0 && (text.charAt(at - 1) == '_' || isLatin(text.charAt(at - 1))));
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && Language.writing(c) == Language.Writing.LATIN;
  }

  /** Returns a number without its separators, which differ by language, and leading zeros. */
  static String bare(String number) {
    String bare = SEPARATOR.matcher(number).replaceAll("");
    return LEADING_ZEROS.matcher(bare).replaceFirst("");
  }

  /** Returns what a list of numbers without spaces consists of, such as {@code 3,4,5}. */
  static List<String> parts(String number) {
    return SEPARATOR.splitAsStream(number).filter(part -> !part.isEmpty()).toList();
  }
}
