package dev.yiben.formats.format.pptx;

import dev.yiben.formats.drawing.ListStyles;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A shape, picture or table of a slide, with what it is made after. */
final class SlideShape {
  private static final Set<String> SHAPES = Set.of("sp", "cxnSp", "pic", "graphicFrame");

  private final XmlElement element;
  private final Groups.Group group;
  private final Optional<Placeholder> place;
  private final List<XmlElement> bodies = new ArrayList<>();
  private final List<XmlElement> looks = new ArrayList<>();
  private final List<XmlElement> listStyles = new ArrayList<>();

  /**
   * Creates a shape.
   *
   * @param group what the groups around it say of it
   * @param templates what its slide is made after, from the nearest to the farthest
   * @param defaults the presentation's own styles
   */
  SlideShape(
      XmlElement element, Groups.Group group, List<Template> templates, List<XmlElement> defaults) {
    this.group = group;
    this.element = element;
    this.place = Placeholder.of(element);
    add(element);
    for (int i = 0; i < templates.size() && place.isPresent(); i++) {
      Template template = templates.get(i);
      Placeholder found = place.get();
      boolean last = i == templates.size() - 1;
      (last ? template.forLayout(found) : template.forSlide(found)).ifPresent(this::add);
    }
    if (!templates.isEmpty()) {
      listStyles.addAll(templates.get(templates.size() - 1).styles(place));
    }
    listStyles.addAll(defaults);
  }

  private void add(XmlElement shape) {
    shape.child(Namespaces.SLIDE, "spPr").ifPresent(looks::add);
    shape
        .child(Namespaces.SLIDE, "txBody")
        .ifPresent(
            body -> {
              body.child(Namespaces.DRAWING, "bodyPr").ifPresent(bodies::add);
              body.child(Namespaces.DRAWING, "lstStyle").ifPresent(listStyles::add);
            });
  }

  /** Returns the shape that an element stands in. */
  static Optional<XmlElement> around(XmlElement element) {
    Optional<XmlElement> found = element.parent();
    while (found.isPresent() && !isShape(found.get())) {
      found = found.get().parent();
    }
    return found;
  }

  private static boolean isShape(XmlElement element) {
    return SHAPES.contains(element.local()) && element.name().namespace().equals(Namespaces.SLIDE);
  }

  /** Returns the name that PowerPoint shows of it. */
  String name() {
    return Groups.nonvisual(element).map(properties -> properties.value("name")).orElse("");
  }

  /** Returns whether it, or a group that it is in, is hidden. */
  boolean isHidden() {
    return group.isHidden() || Groups.isHidden(element);
  }

  Groups.Group group() {
    return group;
  }

  XmlElement element() {
    return element;
  }

  Optional<Placeholder> place() {
    return place;
  }

  /** Returns styles of its text from the nearest to the farthest. */
  List<XmlElement> listStyles() {
    return listStyles;
  }

  /** Returns the nearest value of an attribute of its text's body. */
  Optional<String> body(String attribute) {
    return bodies.stream()
        .map(body -> body.value(attribute))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Returns how its letters get smaller where there are too many; nothing if they do not. */
  Optional<XmlElement> shrinking() {
    return bodies.stream()
        .flatMap(
            body ->
                body.children().stream().filter(child -> child.local().endsWith("utofit")).limit(1))
        .findFirst()
        .filter(fit -> fit.local().equals("normAutofit"));
  }

  /** Returns the nearest size, in EMU; nothing if none is said. */
  Optional<XmlElement> size() {
    return looks.stream()
        .flatMap(look -> look.child(Namespaces.DRAWING, "xfrm").stream())
        .flatMap(frame -> frame.child(Namespaces.DRAWING, "ext").stream())
        .findFirst();
  }

  /** Returns what marks a paragraph as one of a list, from the nearest to the farthest. */
  boolean hasBullet(XmlElement paragraph) {
    return Stream.concat(
            ListStyles.properties(paragraph).stream(),
            ListStyles.of(ListStyles.level(paragraph), listStyles))
        .flatMap(properties -> properties.children().stream())
        .map(XmlElement::local)
        .filter(Set.of("buNone", "buChar", "buAutoNum", "buBlip")::contains)
        .findFirst()
        .filter(mark -> !mark.equals("buNone"))
        .isPresent();
  }
}
