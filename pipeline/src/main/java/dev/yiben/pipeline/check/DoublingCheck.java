package dev.yiben.pipeline.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code PUN-004}: no mark or space of the target stands there twice that is not in the source. */
final class DoublingCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.warning("PUN-004", "a mark or space that stands there twice");

  private static final Pattern DOUBLED =
      Pattern.compile(
          "(?<![。，、；：,;])(?:。。|，，|、、|；；|：：|;;)(?![。，、；：,;])|(?<![.。])(?:\\.。|。\\.|，,|,，)(?![.。])"
              + "|(?<=\\p{L})\\.\\.(?=\\s|$)|(?<=[^\\s.!?:]) {2}(?=[^\\s:])");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    Matcher doubled = DOUBLED.matcher(Words.withSigns(segment.target()));
    if (!doubled.find() || DOUBLED.matcher(Words.withSigns(segment.segment().source())).find()) {
      return List.of();
    }
    String mark = doubled.group().isBlank() ? "a space" : doubled.group().substring(1);
    return List.of(mark + " stands there twice");
  }
}
