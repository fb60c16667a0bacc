package dev.yiben.formats.format.pptx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A layout or master: the shapes that others are made after, by their places. */
final class Template {
  private final Map<String, XmlElement> byIndex = new HashMap<>();
  private final Map<String, XmlElement> byType = new HashMap<>();
  private final Optional<XmlElement> textStyles;
  private final List<XmlElement> notesStyle = new ArrayList<>();

  Template(XmlText xml) {
    for (XmlElement element : xml.root().descendants()) {
      if (element.is(Namespaces.SLIDE, "sp")) {
        Placeholder.of(element)
            .ifPresent(
                place -> {
                  byIndex.putIfAbsent(place.index(), element);
                  byType.putIfAbsent(place.type(), element);
                });
      }
    }
    this.textStyles = xml.root().child(Namespaces.SLIDE, "txStyles");
    xml.root().child(Namespaces.SLIDE, "notesStyle").ifPresent(notesStyle::add);
  }

  /** Returns the shape that one of a slide is made after. */
  Optional<XmlElement> forSlide(Placeholder place) {
    boolean numbered = !place.index().equals("0") && !place.isFurniture();
    return Optional.ofNullable(numbered ? byIndex.get(place.index()) : null)
        .or(() -> Optional.ofNullable(byType.get(place.type())))
        .or(() -> Optional.ofNullable(byIndex.get(place.index())));
  }

  /** Returns the shape that one of a layout is made after. */
  Optional<XmlElement> forLayout(Placeholder place) {
    return Optional.ofNullable(byType.get(place.type()))
        .or(() -> Optional.ofNullable(byType.get(place.masterType())));
  }

  /** Returns the styles of texts in such places. */
  List<XmlElement> styles(Optional<Placeholder> place) {
    String name =
        place
            .filter(found -> !found.isFurniture())
            .map(found -> found.isTitle() ? "titleStyle" : "bodyStyle")
            .orElse("otherStyle");
    List<XmlElement> styles = new ArrayList<>(notesStyle);
    textStyles.flatMap(all -> all.child(Namespaces.SLIDE, name)).ifPresent(styles::add);
    return styles;
  }
}
