package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.office.Consequences;
import dev.yiben.formats.office.OfficePart;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.xml.XmlPass;
import dev.yiben.formats.xml.XmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes what refers to texts follow their translations. */
final class Followers {
  private final Workbook workbook;
  private final Reading reading;
  private final Map<SegmentId, CodedText> targets;
  private final Map<String, List<Patch>> patches = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  Followers(Workbook workbook, Reading reading, Map<SegmentId, CodedText> targets) {
    this.workbook = workbook;
    this.reading = reading;
    this.targets = new HashMap<>(targets);
  }

  /** Returns what else has to be written. */
  Consequences consequences() {
    leaveCompared();
    List<Sheet> sheets = workbook.sheets();
    Renaming renaming = new Renaming();
    new SheetNames(workbook).settle(targets, renaming, problems);
    TableLabels tables = new TableLabels(sheets, reading.anchors());
    tables.settle(targets, problems);
    for (int i = 0; i < sheets.size(); i++) {
      for (Table table : sheets.get(i).tables()) {
        tables.follow(i, table, targets, renaming, patchesOf(table.part()));
      }
    }
    if (!renaming.isEmpty()) {
      rename(renaming);
    }
    charts();
    cells(copies());
    if (reading.formulaTexts().get()) {
      workbook
          .text(workbook.main())
          .flatMap(text -> Recalculation.patch(XmlText.read(text)))
          .ifPresent(patch -> patchesOf(workbook.main()).add(patch));
    }
    patches.values().removeIf(List::isEmpty);
    return new Consequences(targets, patches, problems);
  }

  private List<Patch> patchesOf(String part) {
    return patches.computeIfAbsent(part, key -> new ArrayList<>());
  }

  /** Leaves cells that formulas compare with their texts, as it turned out after they were read. */
  private void leaveCompared() {
    for (SegmentId id : reading.literals().comparedLater()) {
      if (targets.remove(id) != null) {
        problems.add(id + ": a formula compares cells with this text; the source is kept");
      }
    }
  }

  private void charts() {
    for (OfficePart part : workbook.office().parts()) {
      if (ChartCaches.isChart(part)) {
        Map<Content, String> texts =
            workbook.text(part.name()).map(ChartCaches::texts).orElse(Map.of());
        texts.forEach((place, text) -> repeat(part.name(), text, place));
      }
    }
  }

  /** Writes the translation of a cell's text where it is kept. */
  private void repeat(String part, String text, Content place) {
    reading
        .repeated()
        .segment(text)
        .map(targets::get)
        .ifPresent(
            target ->
                patchesOf(part)
                    .add(
                        new Patch(
                            place.wholeStart(),
                            place.wholeEnd(),
                            CellText.encode(target.visibleText()))));
  }

  private void rename(Renaming renaming) {
    for (OfficePart part : workbook.office().parts()) {
      if (part.contentType().contains("externalLink")
          || !(part.contentType().endsWith("xml") || part.contentType().endsWith("vmlDrawing"))
          || reading.sharedStrings().filter(part.name()::equals).isPresent()) {
        continue;
      }
      workbook.text(part.name()).ifPresent(text -> rename(part.name(), text, renaming));
    }
    for (Sheet sheet : workbook.sheets()) {
      int name = sheet.part().lastIndexOf('/') + 1;
      String relationships =
          sheet.part().substring(0, name) + "_rels/" + sheet.part().substring(name) + ".rels";
      workbook.text(relationships).ifPresent(text -> rename(relationships, text, renaming));
    }
  }

  private void rename(String part, String text, Renaming renaming) {
    try {
      patchesOf(part).addAll(References.patches(text, renaming));
    } catch (MarkupException e) {
      problems.add(part + ": " + e.getMessage() + "; names of sheets in it are as they were");
    }
  }

  /** Copies strings that are translated for some cells and stay for others. */
  private Map<Integer, Integer> copies() {
    Set<Integer> split = new TreeSet<>();
    for (int string : reading.uses().shared()) {
      if (reading.sharedString(string).filter(targets::containsKey).isPresent()) {
        split.add(string);
      }
    }
    if (split.isEmpty()) {
      return Map.of();
    }
    String table = reading.sharedStrings().orElseThrow();
    Optional<SplitStrings> copies =
        workbook.text(table).map(strings -> new SplitStrings(strings, split));
    copies.ifPresent(found -> patchesOf(table).addAll(found.patches()));
    return copies.map(SplitStrings::numbers).orElse(Map.of());
  }

  /** Gives cells that keep their text a copy of it, and formulas the new text of what they show. */
  private void cells(Map<Integer, Integer> copies) {
    if (copies.isEmpty() && !reading.formulaTexts().get()) {
      return;
    }
    for (int i = 0; i < workbook.sheets().size(); i++) {
      Sheet sheet = workbook.sheets().get(i);
      int number = i;
      workbook
          .text(sheet.part())
          .ifPresent(
              text -> {
                CellVisitor cells = new Cells(sheet.part(), copies);
                read(text, new SheetReader(sheet, number, text, reading, cells));
              });
    }
  }

  private static void read(String text, SheetReader reader) {
    try {
      XmlPass.read(text, reader);
    } catch (MarkupException e) {
      // The sheet was left when the document was opened, and is not written.
    }
  }

  /** Writes what follows from targets into cells of a sheet. */
  private final class Cells implements CellVisitor {
    private final String part;
    private final Map<Integer, Integer> copies;

    Cells(String part, Map<Integer, Integer> copies) {
      this.part = part;
      this.copies = copies;
    }

    @Override
    public void shared(int string, Fate fate, Content place) {
      Integer copy = copies.get(string);
      if (copy != null && fate.keepsText()) {
        patchesOf(part).add(new Patch(place.start(), place.end(), String.valueOf(copy)));
      }
    }

    @Override
    public void result(String text, Content place) {
      repeat(part, text, place);
    }
  }
}
