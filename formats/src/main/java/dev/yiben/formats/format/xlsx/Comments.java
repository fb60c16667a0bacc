package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.xml.XmlName;
import dev.yiben.formats.xml.XmlPass;
import java.util.Optional;

/** Reads notes at cells ({@code comments}, ISO/IEC 29500-1, 18.7). */
final class Comments implements XmlPass.Visitor {
  /** How the copy of a conversation begins that is there for older programs. */
  private static final String COPY = "[Threaded comment]";

  private final String part;
  private final Units units;
  private final Units.Kind kind;
  private final boolean keepReadings;
  private StringItem item;
  private int itemStart;

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

  Units units() {
    return units;
  }

  @Override
  public void start(XmlName name, StartTag tag) {
    if (item != null) {
      item.start(name, tag);
    } else if (name.local().equals("text")) {
      item = new StringItem(part, tag);
      itemStart = tag.end();
    }
  }

  @Override
  public void text(int start, int end, boolean literal) {
    if (item != null) {
      item.text(start, end, literal);
    }
  }

  @Override
  public void end(XmlName name, int start, int end) {
    if (item != null && name.local().equals("text")) {
      add(item, start);
      item = null;
    } else if (item != null) {
      item.end(name, end);
    }
  }

  private void add(StringItem read, int end) {
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
          itemStart,
          end,
          read.writer(paragraph.get(), keepReadings));
    }
  }
}
