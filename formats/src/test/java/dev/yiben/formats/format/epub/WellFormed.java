package dev.yiben.formats.format.epub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Asks the JDK's parser whether XML is well-formed, with namespaces. */
final class WellFormed {
  private WellFormed() {}

  /** Returns what is wrong; nothing for well-formed XML. */
  static Optional<String> check(byte[] content) {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      reader.setErrorHandler(
          new DefaultHandler() {
            @Override
            public void fatalError(SAXParseException e) throws SAXException {
              throw e;
            }
          });
      reader.parse(new InputSource(new ByteArrayInputStream(content)));
      return Optional.empty();
    } catch (SAXException | IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }
}
