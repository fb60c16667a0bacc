package dev.yiben.pipeline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code NUM-003}: the numbers of the target stand in the source, in digits or in words.
 *
 * <p>Looks at numbers of two digits and more, since single ones are written as languages like it.
 */
final class AddedNumberCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.info("NUM-003", "a number of the translation that the source has not");

  private static final int FEWEST_DIGITS = 2;

  /** Months have names in some languages and numbers in others. */
  private static final Pattern MONTH = Pattern.compile("(?<![0-9])1[0-2] ?[月월]");

  private final SpelledNumbers words;

  AddedNumberCheck(SpelledNumbers words) {
    this.words = words;
  }

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    List<String> added = new ArrayList<>();
    String target = Numbers.digits(segment.target().plainText());
    for (String number : Numbers.in(MONTH.matcher(target).replaceAll("月"))) {
      if (Numbers.bare(number).length() >= FEWEST_DIGITS) {
        added.add(Numbers.bare(number));
      }
    }
    if (added.isEmpty() || segment.isPart()) {
      return List.of();
    }
    String source =
        Numbers.digits(segment.segment().source().visibleText()).toLowerCase(Locale.ROOT);
    Numbers.in(source).forEach(number -> added.remove(Numbers.bare(number)));
    return added.stream()
        .distinct()
        .filter(number -> !source.contains(number) && !isWorded(number, source, segment))
        .map(number -> "the source has no number " + number)
        .toList();
  }

  private boolean isWorded(String number, String source, CheckedSegment segment) {
    return segment
        .sourceLanguage()
        .filter(language -> words.isIn(source, number, language))
        .isPresent();
  }
}
