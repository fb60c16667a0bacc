package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes names of columns the same as the texts of their header cells, as Excel requires, which also
 * requires that they differ.
 */
final class TableLabels {
  private final List<Sheet> sheets;
  private final Anchors anchors;

  TableLabels(List<Sheet> sheets, Anchors anchors) {
    this.sheets = sheets;
    this.anchors = anchors;
  }

  /**
   * Changes the targets of header cells until no table has two columns of the same name.
   *
   * @param problems gets a line for each cell that says something else than its target
   */
  void settle(Map<SegmentId, CodedText> targets, List<String> problems) {
    int renamed = 1;
    // A cell's text may head several tables.
    for (int round = 0; round < 10 && renamed > 0; round++) {
      renamed = 0;
      for (int i = 0; i < sheets.size(); i++) {
        for (Table table : sheets.get(i).tables()) {
          renamed += settle(i, table, targets, problems);
        }
      }
    }
  }

  private int settle(
      int sheet, Table table, Map<SegmentId, CodedText> targets, List<String> problems) {
    Set<String> names = new HashSet<>();
    List<Table.Label> translated = new ArrayList<>();
    for (Table.Label label : table.labels()) {
      if (label.isName() && target(sheet, label, targets).isPresent()) {
        translated.add(label);
      } else if (label.isName()) {
        names.add(key(label.value()));
      }
    }
    int renamed = 0;
    for (Table.Label label : translated) {
      SegmentId id = anchors.segment(sheet, label.cell()).orElseThrow();
      CodedText target = targets.get(id);
      String text = text(label, target);
      for (int number = 2; !names.add(key(text)); number++) {
        CodedText other = target.withMarked(target.marked() + " " + number);
        targets.put(id, other);
        text = text(label, other);
        renamed++;
      }
      if (!text.equals(text(label, target))) {
        problems.add(
            table.part()
                + ": two columns would be called \""
                + target.visibleText()
                + "\"; one is \""
                + text
                + "\"");
      }
    }
    return renamed;
  }

  /** Adds new names, and what to write in the part of a table. */
  void follow(
      int sheet,
      Table table,
      Map<SegmentId, CodedText> targets,
      Renaming renaming,
      List<Patch> patches) {
    for (Table.Label label : table.labels()) {
      Optional<CodedText> target = target(sheet, label, targets);
      if (target.isPresent()) {
        String text = text(label, target.get());
        patches.add(new Patch(label.start(), label.end(), CellText.encodeAttribute(text)));
        if (label.isName()) {
          renaming.column(table.name(), label.value(), text);
        }
      }
    }
  }

  private Optional<CodedText> target(
      int sheet, Table.Label label, Map<SegmentId, CodedText> targets) {
    return anchors.segment(sheet, label.cell()).map(targets::get);
  }

  /** Returns the text of a cell, with the spaces around it that are in no segment. */
  private static String text(Table.Label label, CodedText target) {
    String value = label.value();
    String before = value.substring(0, value.length() - value.stripLeading().length());
    String after = value.substring(value.stripTrailing().length());
    return before + target.visibleText() + after;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
