package dev.yiben.formats.office;

import dev.yiben.formats.format.Coverage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a part of an office document is made of besides its text and the runs that the text is cut
 * into: how often each element with its attributes occurs, and so every picture, field, note,
 * anchor, cell and property.
 */
final class PackageShape {
  /**
   * The content of these is how text is formatted, and how often they occur how it is cut; or it is
   * the reading of characters that are translated.
   */
  private static final Set<String> LEFT_OUT = Set.of("rPr", "rubyPr", "rt");

  private static final Set<String> CUTS =
      Set.of(
          "r",
          "t",
          "proofErr",
          "lastRenderedPageBreak",
          "noBreakHyphen",
          "softHyphen",
          // What programs took words for does not hold for their translation.
          "smartTag",
          "smartTagPr",
          "customXml",
          "customXmlPr",
          "attr",
          // The accepted view of changes is what is translated.
          "ins",
          "del",
          "moveFrom",
          "moveTo",
          "delText",
          // Directions are those of the translation.
          "bidi",
          "bidiVisual",
          "ruby",
          "rubyBase",
          // Excel computes anew what depends on texts.
          "calcPr");

  /** Attributes that hold text, or tell who cut it. */
  private static final Set<String> TEXTS =
      Set.of(
          "descr",
          "title",
          "alt",
          "tooltip",
          "string",
          "displayText",
          "lang",
          "space",
          "display",
          "prompt",
          "promptTitle",
          "error",
          "errorTitle");

  private final Map<String, Long> elements = new TreeMap<>();
  private long characters;

  private PackageShape() {}

  /** Returns the shape of a part that is well-formed XML. */
  static PackageShape of(byte[] part) {
    PackageShape shape = new PackageShape();
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(part));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          shape.read(reader);
        }
      }
      return shape;
    } catch (XMLStreamException e) {
      throw new AssertionError("Not well-formed: " + e.getMessage(), e);
    }
  }

  private void read(XMLStreamReader reader) throws XMLStreamException {
    String name = reader.getLocalName();
    if (LEFT_OUT.contains(name)) {
      skip(reader);
    } else if (name.equals("t")) {
      characters += Coverage.characters(reader.getElementText());
    } else if (!CUTS.contains(name)) {
      String attributes =
          IntStream.range(0, reader.getAttributeCount())
              .filter(i -> !TEXTS.contains(reader.getAttributeLocalName(i)))
              .filter(i -> !reader.getAttributeLocalName(i).startsWith("rsid"))
              .mapToObj(i -> reader.getAttributeName(i) + "=" + reader.getAttributeValue(i))
              .sorted()
              .collect(Collectors.joining(" "));
      elements.merge(reader.getName() + " " + attributes, 1L, Long::sum);
    }
  }

  private static void skip(XMLStreamReader reader) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** Returns how often each element occurs. */
  Map<String, Long> elements() {
    return elements;
  }

  /** Returns how many characters the texts of runs have, without white space. */
  long characters() {
    return characters;
  }
}
