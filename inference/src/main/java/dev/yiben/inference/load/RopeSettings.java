package dev.yiben.inference.load;

import static dev.yiben.inference.load.LlamaCppSettings.check;
import static dev.yiben.inference.load.LlamaCppSettings.checkRange;

import java.util.Locale;
import java.util.Optional;

/**
 * How positions are turned into angles, which can stretch a context window beyond the trained one.
 *
 * @param scaling the method; empty for the model's
 * @param frequencyBase base of the frequencies; 0 for the model's
 * @param frequencyScale factor on the frequencies: 0.25 makes the window four times as long; 0 for
 *     the model's
 * @param trainedWindow for YaRN the window that the model was trained for; 0 for what it says
 */
public record RopeSettings(
    Optional<Scaling> scaling, double frequencyBase, double frequencyScale, int trainedWindow) {
  /** How frequencies are scaled. */
  public enum Scaling {
    NONE,
    LINEAR,
    YARN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the model's file says. */
  public static final RopeSettings OF_MODEL = new RopeSettings(Optional.empty(), 0, 0, 0);

  private static final int LONGEST_WINDOW = 1 << 24;

  public RopeSettings {
    check(
        frequencyBase == 0 || (frequencyBase >= 1 && frequencyBase <= 1e9),
        "base of the RoPE frequencies",
        frequencyBase);
    check(
        frequencyScale == 0 || (frequencyScale >= 1e-3 && frequencyScale <= 1e3),
        "scale of the RoPE frequencies",
        frequencyScale);
    checkRange(trainedWindow, 0, LONGEST_WINDOW, "window that YaRN starts from");
  }

  /** Returns the tokens that a model trained for so many can take when stretched so. */
  long stretched(long trained) {
    return frequencyScale > 0 && frequencyScale < 1
        ? Math.round(Math.ceil(trained / frequencyScale))
        : trained;
  }
}
