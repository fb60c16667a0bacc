package dev.yiben.pipeline.prompt;

import dev.yiben.inference.TokenProbability;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the lines of an answer that may not have kept to the rules: reasoning blocks and code
 * fences are dropped, and what is doubtful becomes a fault of its line.
 */
public final class ResponseParser {
  private static final Pattern REASONING = Pattern.compile("(?s)<think>.*?(</think>|\\z)");

  private static final Predicate<String> NO_FENCE =
      Pattern.compile("\\s*```\\w*\\s*").asMatchPredicate().negate();

  private ResponseParser() {}

  /**
   * Reads an answer to lines 1 to {@code count}.
   *
   * @param interrupted why the answer was cut off, for the line in which that happened; empty if it
   *     came to its end
   */
  public static ParsedResponse parse(LineForm form, String answer, int count, String interrupted) {
    return parse(form, answer, List.of(), count, interrupted);
  }

  /**
   * Reads an answer to lines 1 to {@code count} of whose tokens the probabilities may be known.
   *
   * @param tokens what the answer is made of; empty if it is not known
   * @param interrupted why the answer was cut off, for the line in which that happened; empty if it
   *     came to its end
   */
  public static ParsedResponse parse(
      LineForm form, String answer, List<TokenProbability> tokens, int count, String interrupted) {
    ParsedResponse parsed = lines(form, answer, count, interrupted);
    return new ParsedResponse(
        parsed.texts(),
        parsed.faults(),
        parsed.reached(),
        new LineConfidence(tokens).of(parsed.texts()));
  }

  private static ParsedResponse lines(LineForm form, String answer, int count, String interrupted) {
    String text = REASONING.matcher(answer).replaceAll("");
    List<String> lines = text.lines().filter(NO_FENCE).toList();
    return switch (form) {
      case NUMBERED -> NumberedParser.parse(lines, count, interrupted);
      case PLAIN -> PlainParser.parse(lines, count, interrupted);
      // A back-end that does not enforce the schema after all gets away with numbered lines.
      case JSON ->
          text.contains("{")
              ? JsonLines.parse(text, count, interrupted)
              : NumberedParser.parse(lines, count, interrupted);
    };
  }
}
