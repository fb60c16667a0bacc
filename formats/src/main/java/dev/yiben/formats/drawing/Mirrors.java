package dev.yiben.formats.drawing;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.office.TextUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts that are repeated elsewhere, each once before any is taken again. */
final class Mirrors {
  private final Map<String, Deque<SegmentId>> originals = new HashMap<>();

  /** Creates an index of the texts that may be repeated. */
  Mirrors(List<TextUnit> units) {
    units.forEach(this::add);
  }

  void add(TextUnit unit) {
    originals
        .computeIfAbsent(unit.segment().source().marked(), key -> new ArrayDeque<>())
        .add(unit.mirrored().orElse(unit.segment().id()));
  }

  /** Returns the segment that a text repeats with the same codes. */
  Optional<SegmentId> take(CodedText text) {
    Deque<SegmentId> equal = originals.get(text.marked());
    if (equal == null) {
      return Optional.empty();
    }
    SegmentId first = equal.remove();
    equal.add(first);
    return Optional.of(first);
  }
}
