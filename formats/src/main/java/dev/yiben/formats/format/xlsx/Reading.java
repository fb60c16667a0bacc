package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.CellFilter;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.RubyReadings;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is known while a workbook is read, of options and of the parts that were read before.
 *
 * @param hiddenText whether hidden cells are translated
 * @param chosen which cells are translated
 * @param keepReadings whether phonetic readings stay over translated text
 * @param sharedStrings the part of shared strings, if there is one
 * @param uses which cells show which shared strings
 * @param anchors cells that are repeated elsewhere
 * @param literals texts that formulas compare cells with
 * @param repeated texts of cells that formulas and charts keep
 * @param formulaTexts whether any formula gives a text
 */
record Reading(
    boolean hiddenText,
    CellFilter chosen,
    boolean keepReadings,
    Optional<String> sharedStrings,
    StringUses uses,
    Anchors anchors,
    Literals literals,
    RepeatedTexts repeated,
    AtomicBoolean formulaTexts) {

  static Reading of(Workbook workbook, FormatOptions options) {
    return new Reading(
        options.office().hiddenText(),
        options.office().cells(),
        options.ruby() == RubyReadings.KEEP,
        workbook.sharedStrings(),
        new StringUses(),
        new Anchors(workbook.sheets()),
        new Literals(),
        new RepeatedTexts(),
        new AtomicBoolean());
  }

  /** Returns the segment of a shared string, the first being 0. */
  Optional<SegmentId> sharedString(int string) {
    return sharedStrings.map(part -> Units.id(part, string + 1));
  }

  /**
   * Returns the rule by which the text of a cell stays; nothing if it is translated.
   *
   * @param segment of the text
   */
  Optional<String> rule(Fate fate, String seen, SegmentId segment) {
    Optional<String> rule =
        fate.rule()
            .or(() -> literals.isCompared(seen) ? Optional.of("compared") : Optional.empty());
    if (rule.isEmpty()) {
      repeated.cell(seen, segment);
    }
    return rule;
  }
}
