package dev.yiben.pipeline.interchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML with the elements that hold no text on lines of their own. */
final class XmlOut {
  private final XMLStreamWriter xml;
  private int depth;

  private XmlOut(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** What is written. */
  @FunctionalInterface
  interface Content {
    void writeTo(XmlOut out) throws XMLStreamException;
  }

  /** Writes a document as UTF-8; the stream stays open. */
  static void write(OutputStream out, Content content) throws IOException {
    BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
      xml.writeStartDocument("UTF-8", "1.0");
      content.writeTo(new XmlOut(xml));
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
    writer.flush();
  }

  /** Begins an element on a line of its own. */
  XmlOut begin(String name) throws XMLStreamException {
    newLine();
    xml.writeStartElement(name);
    depth++;
    return this;
  }

  /** Begins an element within text. */
  XmlOut inline(String name) throws XMLStreamException {
    xml.writeStartElement(name);
    return this;
  }

  /** Writes an element within text that holds nothing; its attributes follow. */
  XmlOut empty(String name) throws XMLStreamException {
    xml.writeEmptyElement(name);
    return this;
  }

  XmlOut attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Pieces.display(value));
    return this;
  }

  /** Writes text; of characters that XML cannot hold it must have none. */
  XmlOut text(String text) throws XMLStreamException {
    xml.writeCharacters(text);
    return this;
  }

  /** Ends an element within text. */
  void endInline() throws XMLStreamException {
    xml.writeEndElement();
  }

  /** Ends an element that holds text only. */
  void endText() throws XMLStreamException {
    depth--;
    xml.writeEndElement();
  }

  /** Ends an element that holds elements on lines of their own. */
  void end() throws XMLStreamException {
    depth--;
    newLine();
    xml.writeEndElement();
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
