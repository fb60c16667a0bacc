package dev.yiben.inference.decoding;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.Sampling;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Chooses the tokens of one answer; not for several threads at once.
 *
 * <p>What a grammar forbids is left out first. Then come llama.cpp's steps in its order: penalties,
 * top-k, top-p, min-p, temperature.
 */
public final class TokenChooser {
  /** How many tokens back the penalties look. */
  public static final int PENALTY_WINDOW = Penalties.WINDOW;

  private final Sampling sampling;
  private final SplittableRandom random;

  /** Creates what chooses the tokens of an answer; the same sampling makes the same choices. */
  public TokenChooser(Sampling sampling) {
    this.sampling = sampling;
    this.random = new SplittableRandom(sampling.seed());
  }

  /**
   * Returns the next token.
   *
   * @param logits of each token of the model; the same afterwards as before
   * @param before the tokens that came before, the last one last, of which the penalties look at
   *     the last {@value #PENALTY_WINDOW}
   * @param grammar where the answer is in its grammar, if it has one
   * @throws InferenceException if no logit is a number, or no token of the model may come
   */
  public int choose(float[] logits, int[] before, Optional<GrammarState> grammar) {
    AllowedTokens allowed = new AllowedTokens(grammar);
    if (sampling.temperature() == 0) {
      return best(logits, allowed);
    }
    Penalties penalties = Penalties.apply(sampling, logits, before);
    try {
      return candidates(logits, allowed).draw((float) sampling.temperature(), random.nextDouble());
    } finally {
      penalties.undo(logits);
    }
  }

  /**
   * Returns the natural logarithm of a token's probability in the model's own distribution, before
   * any grammar or sampling.
   *
   * @throws InferenceException if no logit is a number
   */
  public static double logProbability(float[] logits, int token) {
    float most = logits[checked(BestTokens.first(logits), logits)];
    return logits[token] - most - Math.log(Weights.sum(logits, most));
  }

  private static int best(float[] logits, AllowedTokens allowed) {
    int best = BestTokens.first(logits, allowed);
    if (best < 0 && BestTokens.first(logits) >= 0) {
      throw new InferenceException(
          InferenceException.Category.BACKEND_PERMANENT,
          "No token of the model may come next in the form that the answer must have; the model's"
              + " vocabulary lacks characters");
    }
    return checked(best, logits);
  }

  private static int checked(int best, float[] logits) {
    if (best < 0 || logits[best] == Float.POSITIVE_INFINITY) {
      throw new InferenceException(
          InferenceException.Category.BACKEND_PERMANENT,
          "The model computes no numbers (NaN); its file or the driver of the graphics card is"
              + " damaged");
    }
    return best;
  }

  /** Returns the tokens to draw from. */
  private Candidates candidates(float[] logits, AllowedTokens allowed) {
    float most = logits[best(logits, allowed)];
    Candidates candidates;
    if (sampling.topK() > 0) {
      Candidates best = Candidates.best(logits, allowed, sampling.topK(), most);
      candidates = best.nucleus(sampling.topP(), best.weight());
    } else if (sampling.topP() < 1) {
      candidates = Candidates.nucleus(logits, allowed, sampling.topP(), most);
    } else {
      candidates = Candidates.all(logits, allowed, most, Math.max(1, sampling.temperature()));
    }
    return sampling.minP() > 0 ? candidates.above((float) Math.log(sampling.minP())) : candidates;
  }
}
