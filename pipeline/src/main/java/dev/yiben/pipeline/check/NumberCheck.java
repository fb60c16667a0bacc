package dev.yiben.pipeline.check;

import dev.yiben.formats.document.CodedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code NUM-001}: the numbers of the source stand in the target, in digits or, for whole numbers,
 * in the words of the target language; an hour after noon may be told by the clock of 24 hours.
 */
final class NumberCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.warning(
          "NUM-001", "a number of the source that is missing, in digits and in words");

  private static final Pattern AFTERNOON =
      Pattern.compile("\\b([1-9]|1[01])(?:[:.][0-5][0-9])? ?[pP]\\.?[mM]\\b");
  private static final Pattern MAGNITUDE =
      Pattern.compile(
          "([0-9](?:[0-9.,]{0,60}[0-9])?)["
              + " \u00a0-]?(?:hundred|thousand|million|billion|trillion|dozen"
              + "|[十百千万萬亿億兆만억]|백만|millia?r?d|milli[oó]n|miljo|миллион|миллиард|тысяч|млн|млрд"
              + "|mille|mil\\b|tausend|hundert)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final int NOON = 12;

  private final SpelledNumbers words;

  NumberCheck(SpelledNumbers words) {
    this.words = words;
  }

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String source = Numbers.digits(segment.segment().source().plainText());
    List<String> wanted = Numbers.in(source);
    if (wanted.isEmpty()) {
      return List.of();
    }
    String target = Numbers.digits(segment.whole(CodedText::plainText, " "));
    List<String> there = new ArrayList<>();
    for (String number : Numbers.in(target)) {
      there.add(Numbers.bare(number));
      there.addAll(Numbers.parts(number));
    }
    Matcher afternoon = AFTERNOON.matcher(source);
    while (afternoon.find()) {
      if (there.contains(String.valueOf(Integer.parseInt(afternoon.group(1)) + NOON))) {
        there.add(afternoon.group(1));
      }
    }
    Matcher magnitude = MAGNITUDE.matcher(source);
    while (magnitude.find()) {
      // Languages count in thousands or in ten thousands.
      wanted.remove(magnitude.group(1));
    }
    return wanted.stream()
        .filter(number -> !isThere(number, there, target, segment.targetLanguage()))
        .map(number -> "the number " + number + " is missing")
        .toList();
  }

  /** Returns whether a number or what it is a list of is there, each as often as it is wanted. */
  private boolean isThere(String number, List<String> there, String target, String language) {
    if (there.remove(Numbers.bare(number))
        || words.isIn(target.toLowerCase(Locale.ROOT), Numbers.bare(number), language)) {
      return true;
    }
    List<String> parts = Numbers.parts(number);
    return parts.size() > 1 && parts.stream().allMatch(part -> there.contains(Numbers.bare(part)));
  }
}
