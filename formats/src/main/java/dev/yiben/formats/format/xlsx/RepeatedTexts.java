package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.SegmentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Texts of cells that are kept elsewhere, as formulas and charts keep what they showed last, and
 * the segments whose translations they get.
 */
final class RepeatedTexts {
  private static final int MOST = 100_000;

  private final Set<String> wanted = new HashSet<>();
  private final Map<String, SegmentId> segments = new HashMap<>();

  /** Takes a text that is kept somewhere. */
  void keep(String text) {
    if (wanted.size() < MOST) {
      wanted.add(text);
    }
  }

  /** Takes the text of a cell that is translated. */
  void cell(String text, SegmentId segment) {
    if (wanted.contains(text)) {
      segments.putIfAbsent(text, segment);
    }
  }

  /** Returns the segment of the first cell with a text. */
  Optional<SegmentId> segment(String text) {
    return Optional.ofNullable(segments.get(text));
  }
}
