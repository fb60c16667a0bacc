package dev.yiben.formats.drawing;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the texts of a chart (ISO/IEC 29500-1, 21.2; MS-ODRAWXML, 2.24.3): titles, labels, names of
 * trend lines. Names of series and categories are copies of cells, which stay as long as there are
 * cells.
 */
final class ChartTexts {
  private static final Set<String> NUMBERS = Set.of("numCache", "numLit", "numDim");

  private final XmlText xml;
  private final UnitFactory units;
  private final boolean hasCells;
  private final Mirrors values = new Mirrors(List.of());
  private int cached;

  /**
   * Creates a reader.
   *
   * @param inWorkbook whether the chart is in a workbook, whose cells it shows
   */
  ChartTexts(XmlText xml, UnitFactory units, boolean inWorkbook) {
    this.xml = xml;
    this.units = units;
    this.hasCells =
        inWorkbook
            || xml.root().descendants().stream()
                .anyMatch(element -> element.local().equals("externalData"));
  }

  PartText read(boolean tellOfCells) {
    read(xml.root(), false, false);
    if (cached > 0 && tellOfCells) {
      units
          .texts()
          .notice(
              units.texts().part()
                  + ": "
                  + cached
                  + " names of series and categories come from the cells of the chart's own"
                  + " workbook and stay; change them there (Edit Data)");
    }
    return units.texts().text();
  }

  /**
   * Reads what is in an element.
   *
   * @param number whether values in it are numbers
   * @param formula whether values in it are those of cells which a formula names
   */
  private void read(XmlElement parent, boolean number, boolean formula) {
    List<XmlElement> children = parent.children();
    boolean numbers = number || NUMBERS.contains(parent.local());
    boolean cells = formula || children.stream().anyMatch(child -> child.local().equals("f"));
    for (XmlElement child : children) {
      if (child.is(Namespaces.DRAWING, "p")) {
        units.paragraph(child, place(child), repeated(child));
      } else if (isValue(child)) {
        value(child, numbers, cells);
      } else if (child.is(Namespaces.CHART, "name") && parent.local().equals("trendline")) {
        units.content(child, label(), UnitFactory.Originals.NONE);
      } else {
        read(child, numbers, cells);
      }
    }
  }

  private static boolean isValue(XmlElement element) {
    return element.is(Namespaces.CHART, "v")
        || element.is(Namespaces.EXTENDED_CHART, "v")
        || element.is(Namespaces.EXTENDED_CHART, "pt");
  }

  private void value(XmlElement value, boolean number, boolean formula) {
    if (number) {
      units.texts().outside("number", value.text());
    } else if (hasCells && formula) {
      units.texts().outside("chart-cache", value.text());
      cached++;
    } else {
      int before = units.texts().units().size();
      units.content(value, label(), UnitFactory.Originals.NONE);
      List<TextUnit> all = units.texts().units();
      all.subList(before, all.size()).forEach(values::add);
    }
  }

  /** Returns what a text repeats: extended charts say a title once as such and once as it looks. */
  private UnitFactory.Originals repeated(XmlElement paragraph) {
    return paragraph.parent().filter(parent -> parent.local().equals("txPr")).isPresent()
        ? values::take
        : UnitFactory.Originals.NONE;
  }

  private static TextPlace label() {
    return new TextPlace(Role.SIGN, Optional.empty(), Inherited.UNKNOWN);
  }

  private static TextPlace place(XmlElement paragraph) {
    boolean title =
        ancestor(paragraph, "title")
            .flatMap(XmlElement::parent)
            .filter(parent -> parent.local().equals("chart"))
            .isPresent();
    return title ? new TextPlace(Role.CAPTION, Optional.empty(), Inherited.UNKNOWN) : label();
  }

  private static Optional<XmlElement> ancestor(XmlElement element, String local) {
    Optional<XmlElement> ancestor = element.parent();
    while (ancestor.isPresent() && !ancestor.get().local().equals(local)) {
      ancestor = ancestor.get().parent();
    }
    return ancestor;
  }
}
