package dev.yiben.pipeline.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code PUN-001} and {@code PUN-007}: the target ends with a mark of the kind that its source ends
 * with.
 *
 * <p>Questions may end with a particle instead of a question mark where the language has them.
 */
final class EndMarkCheck implements QaCheck {
  private static final Pattern CLOSING =
      Pattern.compile("[\\s\\p{Pe}\\p{Pf}\\p{Pi}\"'*_~～♪♥♡」』”’]+$");

  /** How questions end that need no mark. */
  private static final Map<String, Pattern> QUESTION_PARTICLES =
      Map.of(
          "ja", Pattern.compile("(?:か|かな|かしら|かい|の|でしょう|だろう|よね|っけ|なに|何)[。．.…」』）\\s]*$"),
          "ko", Pattern.compile("(?:까|니|나요|가요|지요|죠|냐|을래|ㄹ까)[。.…」』\"”’\\s]*$"),
          "zh", Pattern.compile("(?:吗|呢|嗎)[。…」』”’\\s]*$"));

  private enum End {
    STOP("a full stop", ".。．｡।։۔።"),
    QUESTION("a question mark", "?？؟;⁇"),
    EXCLAMATION("an exclamation mark", "!！¡‼"),
    ELLIPSIS("an ellipsis", "…⋯‥"),
    COLON("a colon", ":："),
    NONE("no mark", "");

    private final String name;
    private final String marks;

    End(String name, String marks) {
      this.name = name;
      this.marks = marks;
    }
  }

  private final CheckRule rule;
  private final boolean ofQuestions;

  private EndMarkCheck(CheckRule rule, boolean ofQuestions) {
    this.rule = rule;
    this.ofQuestions = ofQuestions;
  }

  /** Returns the check of questions that are none any more, and the reverse. */
  static EndMarkCheck ofQuestions() {
    return new EndMarkCheck(CheckRule.warning("PUN-001", "a question that is none any more"), true);
  }

  /** Returns the check of other ends. */
  static EndMarkCheck ofOthers() {
    return new EndMarkCheck(
        CheckRule.info("PUN-007", "an exclamation mark, an ellipsis or a colon that is lost"),
        false);
  }

  @Override
  public CheckRule rule() {
    return rule;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String text = Words.withSigns(segment.target());
    End source = end(Words.withSigns(segment.segment().source()));
    End target = end(text);
    boolean question = source == End.QUESTION;
    boolean lost = question ? source != target && !asks(text) : isLost(source, target);
    return question == ofQuestions
            && lost
            && !segment.isPart()
            && !(question && isUnmarked(text, segment.targetLanguage()))
        ? List.of("it must end with " + source.name + " as its source does")
        : List.of();
  }

  private static boolean isLost(End source, End target) {
    return switch (source) {
      case EXCLAMATION, ELLIPSIS -> target == End.NONE;
      case COLON -> target != End.COLON;
      // Languages and authors differ in where they set a full stop.
      case STOP, NONE, QUESTION -> false;
    };
  }

  /** A question that is last in the source may stand elsewhere. */
  private static boolean asks(String target) {
    return target.codePoints().anyMatch(c -> End.QUESTION.marks.indexOf(c) >= 0);
  }

  private static boolean isUnmarked(String target, String language) {
    Pattern particle = QUESTION_PARTICLES.get(language.split("-", 2)[0]);
    return particle != null && particle.matcher(target).find();
  }

  private static End end(String text) {
    String bare = CLOSING.matcher(text).replaceAll("");
    if (bare.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return End.NONE;
    }
    if (bare.endsWith("...") || bare.endsWith("。。。") || bare.endsWith("・・・")) {
      return End.ELLIPSIS;
    }
    String last = bare.substring(bare.length() - 1);
    for (End end : End.values()) {
      if (end.marks.contains(last)) {
        return end;
      }
    }
    return End.NONE;
  }
}
