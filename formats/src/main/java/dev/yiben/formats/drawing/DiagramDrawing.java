package dev.yiben.formats.drawing;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how a SmartArt graphic looks ({@code dsp:drawing}; MS-ODRAWXML, 2.19), whose texts repeat
 * those of its data.
 */
final class DiagramDrawing {
  private final DiagramData data;
  private final Map<String, Mirrors> byShape;
  private final Mirrors all;

  DiagramDrawing(DiagramData data) {
    this.data = data;
    this.byShape = data.byPresentation();
    this.all = data.texts();
  }

  PartText read(XmlText xml, UnitFactory factory) {
    read(xml.root(), Optional.empty(), factory);
    return factory.texts().text();
  }

  private void read(XmlElement parent, Optional<Mirrors> shape, UnitFactory factory) {
    for (XmlElement child : parent.children()) {
      if (child.is(Namespaces.DRAWING, "p")) {
        boolean prompt = data.isPrompt(text(child));
        factory.paragraph(
            child,
            new TextPlace(
                Role.LIST_ITEM,
                prompt ? Optional.of("prompt") : Optional.empty(),
                Inherited.UNKNOWN),
            text -> original(text, shape));
      } else if (AlternativeText.isIn(child)) {
        AlternativeText.add(child, factory, Optional.empty(), all::take);
      } else {
        boolean isShape = child.is(Namespaces.DIAGRAM_DRAWING, "sp");
        read(
            child,
            isShape ? Optional.ofNullable(byShape.get(child.value("modelId"))) : shape,
            factory);
      }
    }
  }

  private Optional<SegmentId> original(CodedText text, Optional<Mirrors> shape) {
    return shape.flatMap(mirrors -> mirrors.take(text)).or(() -> all.take(text));
  }

  private static String text(XmlElement paragraph) {
    StringBuilder text = new StringBuilder();
    paragraph.descendants().stream()
        .filter(element -> element.is(Namespaces.DRAWING, "t"))
        .forEach(element -> text.append(element.text()));
    return text.toString();
  }
}
