package dev.yiben.pipeline.check;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import dev.yiben.formats.document.CodedText;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code NUM-001}: the numbers of the source stand in the target, in digits or, for whole numbers,
 * in the words of the target language.
 */
final class NumberCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.warning(
          "NUM-001", "a number of the source that is missing, in digits and in words");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");
  private static final Pattern SEPARATOR = Pattern.compile("[.,]");
  private static final int MOST_WORDED_DIGITS = 6;

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String target = digits(segment.whole(CodedText::plainText, " "));
    List<String> inTarget = numbers(target);
    List<String> missing = new ArrayList<>();
    for (String number : numbers(digits(segment.segment().source().plainText()))) {
      if (!inTarget.remove(number) && !worded(number, target, segment.targetLanguage())) {
        missing.add("the number " + number + " is missing");
      }
    }
    return missing;
  }

  /** Full-width and other compatible digits become ASCII. */
  private static String digits(String text) {
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

  /** Numbers without their separators, which differ by language. */
  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(SEPARATOR.matcher(matcher.group()).replaceAll(""));
    }
    return numbers;
  }

  private static boolean worded(String number, String target, String language) {
    if (number.length() > MOST_WORDED_DIGITS) {
      return false;
    }
    String words =
        new RuleBasedNumberFormat(ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT)
            .format(new BigDecimal(number));
    return target.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
