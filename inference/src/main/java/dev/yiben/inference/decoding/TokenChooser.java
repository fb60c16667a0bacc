package dev.yiben.inference.decoding;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.Sampling;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;

/** Chooses the tokens of one answer; not for several threads at once. */
public final class TokenChooser {

  /** Creates what chooses the tokens of an answer; the same sampling makes the same choices. */
  public TokenChooser(Sampling sampling) {
    Objects.requireNonNull(sampling);
  }

  /**
   * Returns the next token.
   *
   * @param logits of each token of the model; they are the same afterwards
   * @param before the tokens that came before, the last one last, of which the penalties look at
   *     the last {@value #PENALTY_WINDOW}
   * @param grammar where the answer is in its grammar, if it has one
   * @throws InferenceException if the logits are no numbers, or no token of the model may come
   */
  public int choose(float[] logits, int[] before, Optional<GrammarState> grammar) {
    BitSet allowed = grammar.map(GrammarState::mask).orElse(null);
    int best = -1;
    for (int token = 0; token < logits.length; token++) {
      if ((allowed == null || allowed.get(token)) && (best < 0 || logits[token] > logits[best])) {
        best = token;
      }
    }
    if (best < 0) {
      throw new InferenceException(
          InferenceException.Category.BACKEND_PERMANENT, "No token of the model may come next");
    }
    return best;
  }

  /** How many tokens back the penalties look. */
  public static final int PENALTY_WINDOW = 64;

  /**
   * Returns the natural logarithm of a token's probability in the model's own distribution, before
   * any grammar or sampling.
   */
  public static double logProbability(float[] logits, int token) {
    double most = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - most);
    }
    return logits[token] - most - Math.log(sum);
  }
}
