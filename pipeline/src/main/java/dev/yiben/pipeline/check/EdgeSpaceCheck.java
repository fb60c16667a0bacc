package dev.yiben.pipeline.check;

import java.util.ArrayList;
import java.util.List;

/** {@code TXT-005}: the target begins and ends with white space where its source does. */
final class EdgeSpaceCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.info("TXT-005", "white space at an end where the source has none, or the reverse");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String source = segment.segment().source().visibleText();
    String target = segment.target().visibleText();
    if (source.isBlank() || target.isBlank()) {
      return List.of();
    }
    List<String> problems = new ArrayList<>();
    if (isSpace(source, 0) != isSpace(target, 0)) {
      problems.add("the white space at its beginning is not that of the source");
    }
    if (isSpace(source, source.length() - 1) != isSpace(target, target.length() - 1)) {
      problems.add("the white space at its end is not that of the source");
    }
    return problems;
  }

  private static boolean isSpace(String text, int at) {
    return Character.isWhitespace(text.charAt(at)) || text.charAt(at) == 0xA0;
  }
}
