package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.drawing.DrawingParts;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.office.Consequences;
import dev.yiben.formats.office.OfficePart;
import dev.yiben.formats.office.OfficeReader;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.xml.XmlPass;
import dev.yiben.formats.xml.XmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the texts of a workbook: names of sheets, cells, notes. */
final class WorkbookReader implements OfficeReader {
  /** Excel takes no more characters. */
  static final int MOST_SHEET_NAME = 31;

  private final Workbook workbook;
  private final boolean sheetNames;
  private final Reading reading;
  private final List<String> parts = new ArrayList<>();
  private final Map<String, Integer> sheets = new HashMap<>();
  private final Map<String, Sheet> notes = new HashMap<>();
  private final Map<String, Sheet> conversations = new HashMap<>();
  private final DrawingParts drawings;
  private final Map<String, Sheet> sheetsOfDrawings = new HashMap<>();
  private final Map<String, String> streamsOfDrawings = new HashMap<>();

  WorkbookReader(Workbook workbook, FormatOptions options) {
    this.workbook = workbook;
    this.sheetNames = options.office().sheetNames();
    this.reading = Reading.of(workbook, options);
    this.drawings = new DrawingParts(workbook.office());
    parts.add(workbook.main());
    for (Sheet sheet : workbook.sheets()) {
      sheets.put(sheet.part(), sheets.size());
      parts.add(sheet.part());
      add("comments", sheet, notes);
      add("threadedComment", sheet, conversations);
      List<String> shown = drawings.of(sheet.part());
      for (String part : shown) {
        parts.add(part);
        sheetsOfDrawings.put(part, sheet);
        streamsOfDrawings.put(part, shown.get(0));
      }
    }
    readCharts();
    // Last, when it is known which cells show them.
    reading.sharedStrings().ifPresent(parts::add);
  }

  private void readCharts() {
    for (OfficePart part : workbook.office().parts()) {
      if (ChartCaches.isChart(part)) {
        workbook
            .text(part.name())
            .ifPresent(
                chart -> ChartCaches.texts(chart).values().forEach(reading.repeated()::keep));
      }
    }
  }

  private void add(String type, Sheet sheet, Map<String, Sheet> found) {
    for (OfficePart part : workbook.office().related(sheet.part(), type)) {
      if (found.putIfAbsent(part.name(), sheet) == null) {
        parts.add(part.name());
      }
    }
  }

  @Override
  public List<String> parts() {
    return parts.stream().distinct().toList();
  }

  @Override
  public List<String> notices() {
    List<String> notices = new ArrayList<>(reading.literals().notices());
    if (hasPart("pivotCacheDefinition")) {
      notices.add("pivot tables keep texts of their own; refresh them in the translation");
    }
    if (sheetNames && hasPart("vbaProject")) {
      notices.add("macros that name sheets do not follow their new names");
    }
    return notices;
  }

  private boolean hasPart(String type) {
    return workbook.office().parts().stream().anyMatch(part -> part.contentType().contains(type));
  }

  @Override
  public Consequences consequences(Map<SegmentId, CodedText> targets) {
    return new Followers(workbook, reading, targets).consequences();
  }

  @Override
  public PartText read(String part, String text) {
    if (part.equals(workbook.main())) {
      return names(text);
    }
    if (sheets.containsKey(part)) {
      int number = sheets.get(part);
      reading.uses().begin(number);
      Sheet sheet = workbook.sheets().get(number);
      SheetReader reader = new SheetReader(sheet, number, text, reading, cells());
      XmlPass.read(text, reader);
      return reader.units().text(List.of());
    }
    if (notes.containsKey(part)) {
      return new Comments(part, text, rule(notes.get(part)), reading.keepReadings())
          .read()
          .text(List.of());
    }
    if (conversations.containsKey(part)) {
      return Conversations.read(part, XmlText.read(text), rule(conversations.get(part)));
    }
    if (drawings.has(part)) {
      return drawings.read(
          part, XmlText.read(text), streamsOfDrawings.get(part), rule(sheetsOfDrawings.get(part)));
    }
    return new SharedStrings(part, text, workbook.sheets(), reading).read();
  }

  private CellVisitor cells() {
    return new CellVisitor() {
      @Override
      public void shared(int string, Fate fate, Content place) {
        reading.uses().add(string, fate);
      }

      @Override
      public void result(String text, Content place) {
        reading.formulaTexts().set(true);
        reading.repeated().keep(text);
      }
    };
  }

  private Optional<String> rule(Sheet sheet) {
    return sheet.hidden() && !reading.hiddenText() ? Fate.HIDDEN.rule() : Optional.empty();
  }

  private PartText names(String text) {
    Units units = new Units(workbook.main());
    for (Sheet sheet : workbook.sheets()) {
      if (sheetNames) {
        Attributes attributes = new Attributes(text, units, workbook.main(), rule(sheet));
        attributes.add(sheet.nameStart(), sheet.nameEnd(), MOST_SHEET_NAME);
      } else {
        units.skip();
        units.tally().text(sheet.name());
        units.tally().outside("sheet-name", sheet.name());
      }
    }
    return units.text(List.of());
  }
}
