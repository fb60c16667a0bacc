package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.TextUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out whether the lines of tables of contents will read as their headings do. */
final class ContentsTally {
  private final Set<String> headings = new HashSet<>();
  private final List<String> entries = new ArrayList<>();

  /** Takes the texts of a part. */
  void add(PartText part) {
    for (TextUnit unit : part.units()) {
      Segment segment = unit.segment();
      if (segment.role() == Role.TOC_ENTRY && unit.mirrored().isEmpty()) {
        entries.add(segment.source().marked());
      } else {
        headings.add(segment.source().marked());
      }
    }
  }

  /** Returns what a user has to do, in one line; nothing if all is well. */
  Optional<String> notice() {
    long different = entries.stream().filter(entry -> !headings.contains(entry)).count();
    return different == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d lines in tables of contents or indexes do not repeat a heading and are"
                    .formatted(different, entries.size())
                + " translated by themselves; update them in Word (select all, F9)");
  }
}
