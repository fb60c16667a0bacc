package dev.yiben.pipeline.repair;

import dev.yiben.inference.GenerationListener;
import dev.yiben.pipeline.prompt.LineForm;
import java.util.List;

/**
 * Stops an answer whose line repeats itself without end.
 *
 * <p>A line loops when it ends in {@value #REPEATS} or more repetitions of the same one to {@value
 * #LONGEST_PERIOD} characters that take at least {@value #LEAST_CHARACTERS} characters, and its
 * source has no such run; or when it is far longer than any translation of its source.
 */
public final class LoopDetector implements GenerationListener {
  /** What is wrong with a line that loops. */
  public static final String FAULT = "the translation repeats itself without end";

  private static final int REPEATS = 6;
  private static final int LONGEST_PERIOD = 60;
  private static final int LEAST_CHARACTERS = 48;

  /** Where a limit ends a line, it ends a loop as well, before it has come far. */
  private static final int REPEATS_IN_LIMIT = 5;

  private static final int LEAST_CHARACTERS_IN_LIMIT = 10;
  private static final int LENGTH_FACTOR = 6;
  private static final int LENGTH_ALLOWANCE = 160;

  private final List<String> sources;
  private final boolean inLines;
  private final StringBuilder line = new StringBuilder();
  private int index;
  private boolean looped;

  /** Creates a detector for an answer to these sources. */
  public LoopDetector(LineForm form, List<String> sources) {
    // The line ends of JSON mean nothing, so its answer is watched as a whole.
    this.inLines = form != LineForm.JSON;
    this.sources = inLines ? sources : List.of(LineForm.JSON.answer(sources));
  }

  /** Returns whether a loop was met. */
  public boolean looped() {
    return looped;
  }

  @Override
  public boolean onText(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char character = piece.charAt(i);
      if (inLines && character == '\n') {
        line.setLength(0);
        index++;
      } else {
        line.append(character);
      }
    }
    looped |= loops();
    return !looped;
  }

  @Override
  public void onRestart() {
    line.setLength(0);
    index = 0;
    looped = false;
  }

  private boolean loops() {
    String source = index < sources.size() ? sources.get(index) : "";
    if (line.length() > source.length() * LENGTH_FACTOR + LENGTH_ALLOWANCE) {
      return true;
    }
    return repeats(line) && !repeats(source);
  }

  /** Returns whether a target that a limit ended had begun to loop. */
  static boolean loopsInLimit(String source, String target) {
    return repeats(target, REPEATS_IN_LIMIT, LEAST_CHARACTERS_IN_LIMIT)
        && !repeats(source, REPEATS_IN_LIMIT, LEAST_CHARACTERS_IN_LIMIT);
  }

  private static boolean repeats(CharSequence text) {
    return repeats(text, REPEATS, LEAST_CHARACTERS);
  }

  private static boolean repeats(CharSequence text, int repeats, int leastCharacters) {
    for (int period = 1; period <= LONGEST_PERIOD; period++) {
      int length = Math.max(period * repeats, leastCharacters);
      if (length <= text.length() && endsInPeriod(text, period, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsInPeriod(CharSequence text, int period, int length) {
    for (int i = text.length() - length + period; i < text.length(); i++) {
      if (text.charAt(i) != text.charAt(i - period)) {
        return false;
      }
    }
    return true;
  }
}
