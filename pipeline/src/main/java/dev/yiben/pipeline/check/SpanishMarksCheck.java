package dev.yiben.pipeline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code PUN-005}: Spanish questions and exclamations begin with their marks. */
final class SpanishMarksCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.warning("PUN-005", "a Spanish question or exclamation without ¿ or ¡");

  private static final Pattern QUESTION =
      Pattern.compile("\\p{L}[\\p{Pe}\\p{Pf}\"']*\\?(?![\\w=&])");
  private static final Pattern EXCLAMATION =
      Pattern.compile("\\p{L}[\\p{Pe}\\p{Pf}\"']*!(?![\\w=])");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    if (!segment.targetLanguage().split("-", 2)[0].equals("es") || segment.isPart()) {
      return List.of();
    }
    String target = Words.withSigns(segment.target());
    List<String> problems = new ArrayList<>();
    // A sentence that asks and exclaims may open with either mark.
    boolean opened = target.indexOf('¿') >= 0 || target.indexOf('¡') >= 0;
    if (!opened && QUESTION.matcher(target).find()) {
      problems.add("its question must begin with ¿");
    } else if (!opened && EXCLAMATION.matcher(target).find()) {
      problems.add("its exclamation must begin with ¡");
    }
    return problems;
  }
}
