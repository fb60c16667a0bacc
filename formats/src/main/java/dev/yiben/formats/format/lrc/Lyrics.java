package dev.yiben.formats.format.lrc;

import java.util.List;
import java.util.Map;

/**
 * What was found in a file.
 *
 * @param lines its lines of lyrics in the order of the file, those without a text too
 * @param outside characters of other lines, by the rule that leaves them out
 * @param notices what was odd, one line each
 */
record Lyrics(List<LyricLine> lines, Map<String, Long> outside, List<String> notices) {
  /** Returns whether any line has a time. */
  boolean isTimed() {
    return lines.stream().anyMatch(line -> line.time().isPresent());
  }
}
