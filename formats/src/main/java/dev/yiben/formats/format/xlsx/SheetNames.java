package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes translated names of sheets such as Excel takes (ISO/IEC 29500-1, 18.2.19). */
final class SheetNames {
  private final Workbook workbook;
  private final Set<String> taken = new HashSet<>();

  SheetNames(Workbook workbook) {
    this.workbook = workbook;
  }

  /**
   * Changes the targets of names to what can be written.
   *
   * @param problems gets a line for each name that is another than its target
   */
  void settle(Map<SegmentId, CodedText> targets, Renaming renaming, List<String> problems) {
    List<Sheet> sheets = workbook.sheets();
    for (int i = 0; i < sheets.size(); i++) {
      if (!targets.containsKey(Units.id(workbook.main(), i + 1))) {
        taken.add(key(sheets.get(i).name()));
      }
    }
    for (int i = 0; i < sheets.size(); i++) {
      SegmentId id = Units.id(workbook.main(), i + 1);
      CodedText target = targets.get(id);
      if (target == null) {
        continue;
      }
      String asked = target.visibleText();
      String name = unique(allowed(asked, sheets.get(i).name()));
      taken.add(key(name));
      renaming.sheet(sheets.get(i).name(), name);
      if (!name.equals(asked)) {
        targets.put(id, CodedText.of(name));
        problems.add(id + ": a sheet cannot be called \"" + asked + "\"; it is \"" + name + "\"");
      }
    }
  }

  private static String allowed(String asked, String other) {
    String clean =
        asked.replaceAll("[\\[\\]:*?/\\\\⟦⟧\\p{Cntrl}\\s]+", " ").replaceAll("^[' ]+|[' ]+$", "");
    String name = Shortened.of(clean, WorkbookReader.MOST_SHEET_NAME);
    return name.isBlank() ? other : name;
  }

  private String unique(String name) {
    String unique = name;
    for (int i = 2; taken.contains(key(unique)); i++) {
      String number = " " + i;
      unique = Shortened.of(name, WorkbookReader.MOST_SHEET_NAME - number.length()) + number;
    }
    return unique;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
