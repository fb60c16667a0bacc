package dev.yiben.pipeline.memory;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Tells how similar two texts are, by the characters that have to be changed. */
final class Similarity {
  private Similarity() {}

  /**
   * Returns the similarity of two texts in percent: what need not be changed of the longer one.
   *
   * @param least what is not similar in that measure counts as 0
   */
  static int percent(String one, String other, int least) {
    int longer = Math.max(one.length(), other.length());
    if (longer == 0) {
      return 100;
    }
    int most = longer * (100 - least) / 100;
    if (Math.abs(one.length() - other.length()) > most) {
      return 0;
    }
    int distance = new LevenshteinDistance(most).apply(one, other);
    return distance < 0 ? 0 : (int) (100L * (longer - distance) / longer);
  }
}
