package dev.yiben.pipeline.check;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code TAG-001}: every code of the source stands in the target once, pairs properly nested. */
final class CodeCheck implements QaCheck {
  static final String ID = "TAG-001";

  private static final CheckRule RULE =
      CheckRule.error(
          ID, "a link, picture or other inline code that is missing, doubled or badly nested");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    codes(segment.segment().source()).forEach(code -> counts.merge(code, -1, Integer::sum));
    codes(segment.target()).forEach(code -> counts.merge(code, 1, Integer::sum));
    List<String> problems = new ArrayList<>();
    counts.forEach(
        (code, count) -> {
          if (count < 0) {
            problems.add("the mark " + code + " is missing");
          } else if (count > 0) {
            problems.add("the mark " + code + " stands there too often");
          }
        });
    if (problems.isEmpty() && !segment.target().isNested()) {
      problems.add("the marks of pairs are not properly nested");
    }
    return problems;
  }

  private static List<String> codes(CodedText text) {
    return text.codes().stream().map(InlineCode::placeholder).toList();
  }
}
