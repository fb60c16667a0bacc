package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table, whose columns have the names that stand in its header cells (ISO/IEC 29500-1, 18.5.1).
 *
 * @param part where it is described
 * @param name by which formulas call it
 * @param labels texts of the part that repeat cells
 */
record Table(String part, String name, List<Label> labels) {

  /**
   * A text that repeats a cell.
   *
   * @param cell where the text stands on the sheet
   * @param value the text
   * @param start offset as written in the part
   * @param isName whether it is a column's name, which formulas use; else what its total is called
   */
  record Label(CellReference cell, String value, int start, int end, boolean isName) {}

  /** Reads a table. */
  static Table read(String part, XmlText xml) {
    XmlElement table = xml.root();
    String[] range = table.value("ref").split(":", 2);
    Optional<CellReference> first = CellReference.of(range[0]);
    Optional<CellReference> last = CellReference.of(range[range.length - 1]);
    List<Label> labels = new ArrayList<>();
    if (first.isPresent() && last.isPresent()) {
      boolean headers = !table.value("headerRowCount").equals("0");
      boolean totals = !List.of("", "0").contains(table.value("totalsRowCount"));
      int column = first.get().column();
      for (XmlElement element :
          table
              .child(Namespaces.SHEET, "tableColumns")
              .map(XmlElement::children)
              .orElse(List.of())) {
        if (headers) {
          add(element, "name", new CellReference(column, first.get().row()), xml, labels);
        }
        if (totals) {
          add(element, "totalsRowLabel", new CellReference(column, last.get().row()), xml, labels);
        }
        column++;
      }
    }
    return new Table(part, table.value("displayName"), labels);
  }

  private static void add(
      XmlElement column, String name, CellReference cell, XmlText xml, List<Label> labels) {
    Optional<Attribute> attribute = column.attribute(name);
    attribute.ifPresent(
        found ->
            labels.add(
                new Label(
                    cell,
                    CellText.decode(found.value(xml.text())),
                    found.valueStart(),
                    found.valueEnd(),
                    name.equals("name"))));
  }
}
