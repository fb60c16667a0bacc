package dev.yiben.inference.decoding;

import dev.yiben.inference.Sampling;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was taken from the logits of tokens that came before, so that it can be given back. */
record Penalties(Map<Integer, Float> originals) {
  static final int WINDOW = 64;

  /** Changes the logits of the tokens that came before lately. */
  static Penalties apply(Sampling sampling, float[] logits, int[] before) {
    if (sampling.repeatPenalty() == 1
        && sampling.frequencyPenalty() == 0
        && sampling.presencePenalty() == 0) {
      return new Penalties(Map.of());
    }
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    for (int i = Math.max(0, before.length - WINDOW); i < before.length; i++) {
      counts.merge(before[i], 1, Integer::sum);
    }
    Map<Integer, Float> originals = new LinkedHashMap<>();
    float repeat = (float) sampling.repeatPenalty();
    counts.forEach(
        (token, count) -> {
          float logit = logits[token];
          originals.put(token, logit);
          logits[token] =
              (logit <= 0 ? logit * repeat : logit / repeat)
                  - count * (float) sampling.frequencyPenalty()
                  - (float) sampling.presencePenalty();
        });
    return new Penalties(originals);
  }

  void undo(float[] logits) {
    originals.forEach((token, logit) -> logits[token] = logit);
  }
}
