package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.run.Paragraph;
import java.util.Optional;

/** Reads notes at cells ({@code comments}, ISO/IEC 29500-1, 18.7). */
final class Comments {
  /** How the copy of a conversation begins that is there for older programs. */
  private static final String COPY = "[Threaded comment]";

  private final String part;
  private final Units units;
  private final Units.Kind kind;
  private final boolean keepReadings;

  /**
   * Creates a reader.
   *
   * @param name of the part
   * @param part as it is written
   */
  Comments(String name, String part, Optional<String> skipRule, boolean keepReadings) {
    this.part = part;
    this.units = new Units(name);
    this.kind = new Units.Kind(Role.NOTE, name, skipRule);
    this.keepReadings = keepReadings;
  }

  /** Returns the notes. */
  Units read() {
    StringPass.read(part, "text", this::add);
    return units;
  }

  private void add(StringItem read, int start, int end) {
    units.tally().text(read.readings());
    units.tally().outside("ruby-reading", read.readings());
    if (read.seen().startsWith(COPY)) {
      units.skip();
      units.tally().text(read.seen());
      units.tally().outside("mirror", read.seen());
      return;
    }
    Optional<Paragraph> paragraph = read.paragraph();
    if (paragraph.isPresent()) {
      units.add(
          paragraph.get(),
          read.seen(),
          kind,
          start,
          end,
          read.writer(paragraph.get(), keepReadings));
    }
  }
}
