package dev.yiben.formats.pdf.typeset;

import dev.yiben.formats.pdf.font.FontLibrary;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Sets passages: in the lines of the source where they fit; else closer, narrower, in more room,
 * and at last smaller.
 */
public final class Typesetter {
  /** The least width of an em by its height. */
  private static final double LEAST_STRETCH = 0.92;

  /** Text is made so small at most before words are broken wherever a line ends. */
  private static final double LEAST_WITH_WHOLE_WORDS = 0.8;

  private static final int STRETCH_STEPS = 3;
  private static final int SCALE_STEPS = 6;

  private final Ruler ruler;
  private final double leastScale;

  /**
   * Creates a typesetter.
   *
   * @param leastScale the smallest scale, from 0 to 1
   */
  public Typesetter(FontLibrary fonts, double leastScale) {
    this.ruler = new Ruler(fonts);
    this.leastScale = leastScale;
  }

  /** Returns the largest scale at which a passage fits, at least the smallest. */
  public double scale(Passage passage) {
    return trial(passage).trial().scale();
  }

  /** Sets a passage. */
  public Setting set(Passage passage) {
    Found found = trial(passage);
    return new LinePlacer(passage, found.atoms(), found.composer().breaker(), ruler)
        .place(found.trial());
  }

  private record Found(List<Atom> atoms, Composer composer, Trial trial) {}

  private Found trial(Passage passage) {
    List<Atom> atoms = AtomReader.read(ruler, passage);
    double most = Math.max(leastScale, passage.mostScale());
    double least = Math.max(leastScale, LEAST_WITH_WHOLE_WORDS * most);
    Composer whole = new Composer(passage, atoms, ruler.hyphen(passage));
    Optional<Trial> fitting = atOneScale(whole, most).or(() -> smaller(whole, least, most));
    if (fitting.isPresent()) {
      return new Found(atoms, whole, fitting.get());
    }
    double narrowest =
        passage.frames().stream()
            .mapToDouble(frame -> frame.room(Integer.MAX_VALUE).width() / frame.size())
            .min()
            .orElse(0);
    List<Atom> parts = WordCutter.cut(atoms, narrowest / least, ruler, passage.language());
    Composer broken = new Composer(passage, parts, ruler.hyphen(passage));
    Trial trial =
        atOneScale(broken, most)
            .or(() -> smaller(broken, leastScale, most))
            .orElseGet(() -> broken.attempt(broken.levels() - 1, leastScale, LEAST_STRETCH, true));
    return new Found(parts, broken, trial);
  }

  /** Tries leading, width and room, in this order. */
  private static Optional<Trial> atOneScale(Composer composer, double scale) {
    for (int level = 0; level < composer.levels(); level++) {
      int room = level;
      Trial trial = composer.attempt(room, scale, 1, false);
      if (!trial.fits()) {
        trial = composer.attempt(room, scale, 1, true);
      }
      if (!trial.fits()) {
        trial =
            largest(
                stretch -> composer.attempt(room, scale, stretch, true),
                LEAST_STRETCH,
                1,
                STRETCH_STEPS);
      }
      if (trial.fits()) {
        return Optional.of(trial);
      }
    }
    return Optional.empty();
  }

  private static Optional<Trial> smaller(Composer composer, double least, double most) {
    int level = composer.levels() - 1;
    Trial trial =
        largest(
            scale -> composer.attempt(level, scale, LEAST_STRETCH, true), least, most, SCALE_STEPS);
    return Optional.of(trial).filter(Trial::fits);
  }

  /** Returns what fits at nearly the largest value, or what does not fit at the least. */
  private static Trial largest(
      DoubleFunction<Trial> attempt, double least, double most, int steps) {
    Trial best = attempt.apply(least);
    double fits = least;
    double not = most;
    for (int i = 0; i < steps && best.fits(); i++) {
      double middle = (fits + not) / 2;
      Trial trial = attempt.apply(middle);
      if (trial.fits()) {
        best = trial;
        fits = middle;
      } else {
        not = middle;
      }
    }
    return best;
  }
}
