package dev.yiben.pipeline.check;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.lines.Columns;
import dev.yiben.formats.lines.LineWrapper;
import java.util.ArrayList;
import java.util.List;

/** {@code LEN-003}: the target's lines, once wrapped, are not too long nor too many. */
final class LinesCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.warning(
          "LEN-003",
          "a line that is longer than a line may be, or more lines than may be, once it is wrapped");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    return segment
        .segment()
        .hints()
        .limit()
        .map(limit -> check(segment.target(), limit, segment.targetLanguage()))
        .orElse(List.of());
  }

  private static List<String> check(CodedText target, LengthLimit limit, String language) {
    LineWrapper wrapper = new LineWrapper(language, line -> true);
    List<String> lines = new ArrayList<>();
    target
        .visibleText()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> lines.addAll(wrapper.wrap(line, limit.lineColumns(), limit.lineColumns())));
    List<String> problems = new ArrayList<>();
    if (lines.stream().anyMatch(line -> Columns.of(line) > limit.lineColumns())) {
      problems.add(
          "a line of it is longer than "
              + Language.characters(limit.lineColumns(), language)
              + " characters");
    }
    if (lines.size() > limit.lines()) {
      problems.add("it takes " + lines.size() + " lines where " + limit.lines() + " have room");
    }
    return problems;
  }
}
