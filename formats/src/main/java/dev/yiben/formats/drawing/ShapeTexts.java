package dev.yiben.formats.drawing;

import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects the texts of shapes, pictures, tables and groups of them, in document order. */
public final class ShapeTexts {
  private final UnitFactory units;
  private final Function<XmlElement, TextPlace> places;

  /**
   * Creates a collector.
   *
   * @param units makes the texts
   * @param places tells what is known of an {@code a:p} or of an element with alternative text
   */
  public ShapeTexts(UnitFactory units, Function<XmlElement, TextPlace> places) {
    this.units = units;
    this.places = places;
  }

  /** Adds all texts within an element. */
  public void add(XmlElement element) {
    addChildren(element, UnitFactory.Originals.NONE);
  }

  private void addChildren(XmlElement element, UnitFactory.Originals originals) {
    for (XmlElement child : element.children()) {
      if (child.is(Namespaces.DRAWING, "p")) {
        units.paragraph(child, places.apply(child), originals);
      } else if (child.is(Namespaces.COMPATIBILITY, "AlternateContent")) {
        addAlternatives(child, originals);
      } else {
        addOther(child, originals);
      }
    }
  }

  private void addOther(XmlElement element, UnitFactory.Originals originals) {
    if (AlternativeText.isIn(element)) {
      AlternativeText.add(element, units, places.apply(element).outside(), originals);
    } else if (element.local().startsWith("hlink")) {
      units.texts().outside("tooltip", element.value("tooltip"));
    }
    int before = units.texts().units().size();
    addChildren(element, originals);
    if (element.is(Namespaces.DRAWING, "tbl")) {
      List<TextUnit> all = units.texts().units();
      List<TextUnit> cells = all.subList(before, all.size());
      cells.stream().findFirst().ifPresent(first -> units.table(element, first));
    }
  }

  /** Adds what all programs show; what the others repeat of it gets the same targets. */
  private void addAlternatives(XmlElement alternatives, UnitFactory.Originals originals) {
    List<TextUnit> all = units.texts().units();
    int before = all.size();
    UnitFactory.Originals current = originals;
    for (XmlElement branch : alternatives.children()) {
      addChildren(branch, current);
      if (current == originals) {
        Mirrors mirrors = new Mirrors(new ArrayList<>(all.subList(before, all.size())));
        current = text -> mirrors.take(text).or(() -> originals.apply(text));
      }
    }
  }
}
