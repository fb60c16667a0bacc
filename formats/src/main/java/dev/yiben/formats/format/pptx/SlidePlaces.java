package dev.yiben.formats.format.pptx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.drawing.Inherited;
import dev.yiben.formats.drawing.ListStyles;
import dev.yiben.formats.drawing.TextPlace;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what the texts of a slide, notes or a master are. */
final class SlidePlaces {
  private final PartKind kind;
  private final List<Template> templates;
  private final List<XmlElement> defaults;
  private final OfficeOptions options;
  private final Groups groups = new Groups();
  private final Map<Integer, SlideShape> shapes = new HashMap<>();

  /**
   * Creates the places of a part.
   *
   * @param templates what it is made after, from the nearest to the farthest
   * @param defaults the presentation's own styles
   */
  SlidePlaces(
      PartKind kind, List<Template> templates, List<XmlElement> defaults, OfficeOptions options) {
    this.kind = kind;
    this.templates = templates;
    this.defaults = defaults;
    this.options = options;
  }

  /** Returns what is known of a paragraph, or of an element with alternative text. */
  TextPlace of(XmlElement element) {
    Optional<SlideShape> shape = SlideShape.around(element).map(this::shape);
    return new TextPlace(
        role(element, shape),
        shape.flatMap(this::outside),
        shape
            .map(found -> Inherited.of(ListStyles.level(element), found.listStyles()))
            .orElse(Inherited.UNKNOWN));
  }

  /** Returns a shape of the part. */
  SlideShape shape(XmlElement element) {
    return shapes.computeIfAbsent(
        element.start(),
        start -> new SlideShape(element, groups.around(element), templates, defaults));
  }

  private Optional<String> outside(SlideShape shape) {
    boolean prompt =
        kind == PartKind.MASTER
            && shape.place().filter(place -> !place.isFurniture() && !place.isCustom()).isPresent();
    if (prompt) {
      return Optional.of("prompt");
    }
    return shape.isHidden() && !options.hiddenText() ? Optional.of("hidden") : Optional.empty();
  }

  private Role role(XmlElement element, Optional<SlideShape> shape) {
    Optional<Placeholder> place = shape.flatMap(SlideShape::place);
    if (place.filter(Placeholder::isFurniture).isPresent()) {
      return Role.METADATA;
    }
    if (kind == PartKind.NOTES) {
      return Role.NOTE;
    }
    if (place.filter(Placeholder::isTitle).isPresent()) {
      return Role.HEADING;
    }
    if (isInCell(element)) {
      return Role.TABLE_CELL;
    }
    return shape.filter(found -> found.hasBullet(element)).isPresent()
        ? Role.LIST_ITEM
        : Role.PARAGRAPH;
  }

  private static boolean isInCell(XmlElement element) {
    return element
        .parent()
        .flatMap(XmlElement::parent)
        .filter(cell -> cell.is(Namespaces.DRAWING, "tc"))
        .isPresent();
  }
}
