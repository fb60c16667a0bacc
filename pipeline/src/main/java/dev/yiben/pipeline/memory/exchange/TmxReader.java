package dev.yiben.pipeline.memory.exchange;

import dev.yiben.pipeline.memory.MemoryException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads TMX 1.1 to 1.4b, level 1 and 2 (ETSI GS LIS 002), as one pass.
 *
 * <p>Nothing outside the file is read: neither the document type it names nor entities.
 */
final class TmxReader implements PairReader {
  @Override
  public String name() {
    return "TMX";
  }

  @Override
  public boolean matches(Path file, String head) {
    return head.contains("<tmx");
  }

  @Override
  public void read(Path file, ForeignPair.Sink sink) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      TmxUnits units = new TmxUnits(sink);
      try {
        while (xml.hasNext()) {
          switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> units.start(xml);
            case XMLStreamConstants.END_ELEMENT -> units.end(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS,
                XMLStreamConstants.CDATA,
                XMLStreamConstants.SPACE ->
                units.text(xml.getText());
            default -> {}
          }
        }
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      String place = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNumber();
      throw new MemoryException(
          file + place + ": no well-formed TMX; what came before is taken, mend the file", e);
    }
  }

  private static XMLInputFactory factory() {
    // The platform's own, whatever else is on the class path: its limits are known.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return factory;
  }
}
