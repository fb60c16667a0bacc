package dev.yiben.formats.format.pptx;

import dev.yiben.formats.drawing.ListStyles;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures the shapes of a slide in which text has a fixed place. */
final class TextBoxes {
  private static final double SIDE_INSET = 91_440;
  private static final double UPPER_INSET = 45_720;
  private static final double USUAL_SIZE = 1_800;
  private static final double PERCENT = 100_000;

  private TextBoxes() {}

  /**
   * Returns a shape with the texts in it; nothing if its size is not known, or its text does not
   * run in lines.
   *
   * @param units the texts of the slide, by their offsets
   */
  static Optional<TextBox> of(SlideShape shape, NavigableMap<Integer, TextUnit> units) {
    Optional<XmlElement> size = shape.size();
    boolean lines =
        shape.body("wrap").filter(wrap -> wrap.equals("none")).isEmpty()
            && shape.body("vert").filter(way -> !way.equals("horz")).isEmpty();
    if (size.isEmpty() || !lines) {
      return Optional.empty();
    }
    double columns = Math.max(1, Emu.of(shape.body("numCol"), 1));
    double width =
        Emu.of(size.map(ext -> ext.value("cx")), 0) * shape.group().width()
            - Emu.of(shape.body("lIns"), SIDE_INSET)
            - Emu.of(shape.body("rIns"), SIDE_INSET);
    double height =
        Emu.of(size.map(ext -> ext.value("cy")), 0) * shape.group().height()
            - Emu.of(shape.body("tIns"), UPPER_INSET)
            - Emu.of(shape.body("bIns"), UPPER_INSET);
    List<TextBox.Entry> paragraphs = paragraphs(shape, units);
    return width <= 0 || height <= 0 || paragraphs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TextBox(
                shape.name(),
                width / Emu.PER_POINT / columns,
                height / Emu.PER_POINT * columns,
                paragraphs));
  }

  private static List<TextBox.Entry> paragraphs(
      SlideShape shape, NavigableMap<Integer, TextUnit> units) {
    List<TextBox.Entry> paragraphs = new ArrayList<>();
    double scale =
        Emu.of(shape.shrinking().map(fit -> fit.value("fontScale").replace("%", "000")), PERCENT)
            / PERCENT;
    List<XmlElement> elements =
        shape.element().child(Namespaces.SLIDE, "txBody").stream()
            .flatMap(body -> body.children().stream())
            .filter(child -> child.is(Namespaces.DRAWING, "p"))
            .toList();
    for (XmlElement element : elements) {
      double size = Math.max(1, size(element, shape) / 100 * scale);
      double indent = Emu.of(attribute("marL", element, shape), 0) / Emu.PER_POINT;
      for (TextUnit unit : units.subMap(element.start(), element.end()).values()) {
        paragraphs.add(
            new TextBox.Entry(
                unit.mirrored().orElse(unit.segment().id()),
                unit.segment().source(),
                size,
                indent));
      }
    }
    return paragraphs;
  }

  private static Optional<String> attribute(String name, XmlElement paragraph, SlideShape shape) {
    return ListStyles.properties(paragraph)
        .map(properties -> properties.value(name))
        .filter(value -> !value.isEmpty())
        .or(() -> ListStyles.value(name, ListStyles.level(paragraph), shape.listStyles()));
  }

  /** Returns the size of a paragraph's first letters, in hundredths of a point. */
  private static double size(XmlElement paragraph, SlideShape shape) {
    Stream<String> own =
        paragraph.children().stream()
            .filter(child -> child.is(Namespaces.DRAWING, "r"))
            .flatMap(run -> run.child(Namespaces.DRAWING, "rPr").stream())
            .map(properties -> properties.value("sz"));
    Stream<String> inherited =
        ListStyles.of(ListStyles.level(paragraph), shape.listStyles())
            .flatMap(properties -> properties.child(Namespaces.DRAWING, "defRPr").stream())
            .map(properties -> properties.value("sz"));
    return Emu.of(
        Stream.concat(own, inherited).filter(size -> !size.isEmpty()).findFirst(), USUAL_SIZE);
  }
}
