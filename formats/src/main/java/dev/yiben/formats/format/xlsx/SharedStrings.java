package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.xml.XmlName;
import dev.yiben.formats.xml.XmlPass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the strings that cells share, in the order in which sheets show them. */
final class SharedStrings implements XmlPass.Visitor {
  private record Placed(int order, TextUnit unit) {}

  private final String part;
  private final List<Sheet> sheets;
  private final Reading reading;
  private final Units units;
  private final List<Integer> orders = new ArrayList<>();
  private StringItem item;
  private int itemStart;
  private int string;

  /**
   * Creates a reader.
   *
   * @param name of the part
   * @param part as it is written
   */
  SharedStrings(String name, String part, List<Sheet> sheets, Reading reading) {
    this.part = part;
    this.sheets = sheets;
    this.reading = reading;
    this.units = new Units(name);
  }

  /** Returns the texts. */
  PartText read() {
    XmlPass.read(part, this);
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      placed.add(new Placed(orders.get(i), units.units().get(i)));
    }
    placed.sort(Comparator.comparingInt(Placed::order));
    return new PartText(
        placed.stream().map(Placed::unit).toList(), units.tally().coverage(), List.of());
  }

  @Override
  public void start(XmlName name, StartTag tag) {
    if (item != null) {
      item.start(name, tag);
    } else if (name.local().equals("si")) {
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
    if (item != null && name.local().equals("si")) {
      add(item, start);
      item = null;
      string++;
    } else if (item != null) {
      item.end(name, end);
    }
  }

  private void add(StringItem read, int end) {
    units.tally().text(read.readings());
    units.tally().outside("ruby-reading", read.readings());
    Optional<Fate> fate = reading.uses().fate(string);
    Optional<Paragraph> paragraph = fate.isEmpty() ? Optional.empty() : read.paragraph();
    if (paragraph.isEmpty()) {
      units.skip();
      units.tally().text(read.seen());
      units.tally().outside("unused", read.seen());
      return;
    }
    Optional<String> rule = reading.rule(fate.get(), read.seen(), units.nextId());
    orders.add(reading.uses().order(string));
    units.add(
        paragraph.get(),
        read.seen(),
        new Units.Kind(Role.TABLE_CELL, sheets.get(reading.uses().sheet(string)).part(), rule),
        itemStart,
        end,
        read.writer(paragraph.get(), reading.keepReadings()));
  }
}
