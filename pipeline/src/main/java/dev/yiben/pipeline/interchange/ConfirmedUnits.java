package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.pipeline.memory.MemoryLanguages;
import dev.yiben.pipeline.memory.MemoryUnit;
import dev.yiben.pipeline.memory.MemoryUse;
import dev.yiben.pipeline.memory.Origin;
import dev.yiben.pipeline.memory.TranslationMemory;
import dev.yiben.pipeline.prompt.LanguagePair;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings what people stand for into the translation memory, where every later run finds it. */
final class ConfirmedUnits {
  private ConfirmedUnits() {}

  /**
   * Keeps confirmed targets of a document.
   *
   * @param document the path by which it is known
   * @param segments all of its segments
   */
  static void keep(
      MemoryUse use,
      LanguagePair languages,
      Path document,
      List<Segment> segments,
      Map<SegmentId, CodedText> confirmed) {
    if (confirmed.isEmpty()) {
      return;
    }
    String name = String.valueOf(document.getFileName());
    Instant now = use.clock().instant();
    List<MemoryUnit> units = new ArrayList<>();
    for (int index = 0; index < segments.size(); index++) {
      CodedText target = confirmed.get(segments.get(index).id());
      if (target != null) {
        units.add(
            new MemoryUnit(
                segments.get(index).source().marked(),
                target.marked(),
                MemoryUnit.Context.of(name, segments, index),
                MemoryUnit.Making.byPeople(Origin.EDITED, true),
                List.of(),
                now,
                now));
      }
    }
    MemoryLanguages pair = MemoryLanguages.of(languages);
    try (TranslationMemory memory = TranslationMemory.open(use.place().file(pair), pair)) {
      memory.add(units);
    }
  }
}
