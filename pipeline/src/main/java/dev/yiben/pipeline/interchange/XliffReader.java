package dev.yiben.pipeline.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XLIFF 1.x and 2.x.
 *
 * <p>Where one unit is odd, such as one whose codes are doubled, only that one is at fault: tools
 * write what their validators would refuse.
 */
final class XliffReader {
  private static final int MOST_UNITS = 2_000_000;
  private static final int DEEPEST_GROUP = 1000;

  private final XMLStreamReader xml;
  private final List<ReturnedDocument> documents = new ArrayList<>();
  private Optional<String> sourceLanguage = Optional.empty();
  private Optional<String> targetLanguage = Optional.empty();
  private Optional<Origin> origin = Optional.empty();
  private List<ReturnedUnit> units = new ArrayList<>();
  private int count;

  private XliffReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads a file.
   *
   * @throws ExchangeException if it is no XLIFF
   */
  static ReturnedFile read(Path file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        return new XliffReader(xml).read();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new ExchangeException(
          file + ": line " + line + ": is no sound XML; save it again in the tool it comes from",
          e);
    } catch (ExchangeException e) {
      throw new ExchangeException(file + ": " + e.getMessage(), e);
    }
  }

  private ReturnedFile read() throws XMLStreamException {
    int depth = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD ->
            throw new ExchangeException("has a DOCTYPE, which XLIFF has not; remove it");
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth == 1 && !xml.getLocalName().equals("xliff")) {
            throw new ExchangeException(
                "is no XLIFF, for it begins with <" + xml.getLocalName() + ">");
          }
          if (depth > DEEPEST_GROUP) {
            throw new ExchangeException("groups are nested too deeply");
          }
          if (isUnit()) {
            depth--;
          }
          start();
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (xml.getLocalName().equals("file")) {
            endFile();
          }
        }
        default -> {
          // Nothing else means anything here.
        }
      }
    }
    return new ReturnedFile(sourceLanguage, targetLanguage, documents);
  }

  private boolean isUnit() {
    return xml.getLocalName().equals("unit") || xml.getLocalName().equals("trans-unit");
  }

  /** Takes an element outside of units; a unit is read to its end. */
  private void start() throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "xliff" -> languages("srcLang", "trgLang");
      case "file" -> {
        languages("source-language", "target-language");
        origin = Optional.of(origin());
      }
      case "unit", "trans-unit" -> {
        count++;
        if (count > MOST_UNITS) {
          throw new ExchangeException("has more than " + MOST_UNITS + " units; divide it");
        }
        units.add(new XliffUnitReader(xml).read());
      }
      default -> {
        // A group, a body, or what is of no concern.
      }
    }
  }

  private void languages(String source, String target) {
    sourceLanguage = sourceLanguage.or(() -> attribute(null, source));
    targetLanguage = targetLanguage.or(() -> attribute(null, target));
  }

  private Origin origin() {
    return new Origin(
        attribute(null, "original").orElse(""),
        attribute(Xliff.OWN_NAMESPACE, Xliff.PART),
        attribute(Xliff.OWN_NAMESPACE, Xliff.FORMAT),
        attribute(Xliff.OWN_NAMESPACE, Xliff.TARGETS).filter(Xliff.OF_RUN::equals).isPresent(),
        Origin.readingOf(attribute(Xliff.OWN_NAMESPACE, Xliff.READING).orElse("")));
  }

  private void endFile() {
    if (origin.isPresent()) {
      documents.add(new ReturnedDocument(origin.get(), units));
    }
    origin = Optional.empty();
    units = new ArrayList<>();
  }

  private Optional<String> attribute(String namespace, String name) {
    return Optional.ofNullable(xml.getAttributeValue(namespace, name)).filter(v -> !v.isBlank());
  }
}
