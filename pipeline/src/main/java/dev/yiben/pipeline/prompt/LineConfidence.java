package dev.yiben.pipeline.prompt;

import dev.yiben.inference.TokenProbability;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells how sure a model was of the lines of its answer. */
final class LineConfidence {
  private final List<TokenProbability> tokens;
  private final String text;

  /** Creates it for the tokens that an answer is made of. */
  LineConfidence(List<TokenProbability> tokens) {
    this.tokens = tokens;
    StringBuilder all = new StringBuilder();
    tokens.forEach(token -> all.append(token.text()));
    this.text = all.toString();
  }

  /**
   * Returns the confidence of lines by number; none for a line that does not stand in the tokens as
   * it is, such as one that was escaped, and none for a line that the grammar wrote alone.
   *
   * @param lines the lines that were read from the answer, in its order
   */
  Map<Integer, Double> of(Map<Integer, String> lines) {
    Map<Integer, Double> confidence = new HashMap<>();
    int from = 0;
    int next = 0;
    int nextStart = 0;
    for (Map.Entry<Integer, String> line : lines.entrySet()) {
      int start = text.indexOf(line.getValue(), from);
      if (start < 0) {
        continue;
      }
      int end = start + line.getValue().length();
      double sum = 0;
      int count = 0;
      while (next < tokens.size() && nextStart < end) {
        TokenProbability token = tokens.get(next);
        int tokenEnd = nextStart + token.text().length();
        if (tokenEnd > start && !token.forced() && Double.isFinite(token.logProbability())) {
          sum += token.logProbability();
          count++;
        }
        next++;
        nextStart = tokenEnd;
      }
      if (count > 0) {
        confidence.put(line.getKey(), Math.min(1, Math.exp(sum / count)));
      }
      from = end;
    }
    return confidence;
  }
}
