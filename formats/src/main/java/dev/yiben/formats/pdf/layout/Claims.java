package dev.yiben.formats.pdf.layout;

import java.util.List;

/** Recognises what is read as a whole: tables, listings, formulas, tables of contents. */
final class Claims {
  private Claims() {}

  /** Returns a region of a page with all claims. */
  static Region of(Region region) {
    List<Line> lines = region.lines().stream().map(FormulaWords::of).toList();
    return within(
        TableClaims.of(
            new Region(
                region.direction(), region.page(), lines, region.shapes(), region.claims())));
  }

  /** Returns a region in which no lines part tables, such as a cell, with all claims. */
  static Region within(Region region) {
    return AlignedTables.of(Contents.of(FormulaClaims.of(CodeClaims.of(region))));
  }
}
