package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the strings that cells share, in the order in which sheets show them. */
final class SharedStrings {
  private record Placed(int order, TextUnit unit) {}

  private final String part;
  private final List<Sheet> sheets;
  private final Reading reading;
  private final Units units;
  private final List<Integer> orders = new ArrayList<>();
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
    StringPass.read(
        part,
        "si",
        (read, start, end) -> {
          add(read, start, end);
          string++;
        });
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      placed.add(new Placed(orders.get(i), units.units().get(i)));
    }
    placed.sort(Comparator.comparingInt(Placed::order));
    return new PartText(
        placed.stream().map(Placed::unit).toList(), units.tally().coverage(), List.of());
  }

  private void add(StringItem read, int start, int end) {
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
        start,
        end,
        read.writer(paragraph.get(), reading.keepReadings()));
  }
}
