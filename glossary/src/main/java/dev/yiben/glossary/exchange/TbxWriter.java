package dev.yiben.glossary.exchange;

import dev.yiben.glossary.Term;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes TBX-Basic of version 3 (ISO 30042:2019) with data categories as attributes. */
final class TbxWriter {
  private static final String NAMESPACE = "urn:iso:std:iso:30042:ed-2";

  private final XMLStreamWriter xml;
  private final String source;
  private final String target;

  private TbxWriter(XMLStreamWriter xml, String source, String target) {
    this.xml = xml;
    this.source = source;
    this.target = target;
  }

  static void write(List<Term> terms, String source, String target, OutputStream out) {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new TbxWriter(xml, source, target).write(terms);
      xml.close();
    } catch (XMLStreamException e) {
      throw new java.io.UncheckedIOException(new java.io.IOException(e));
    }
  }

  private void write(List<Term> terms) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    line(0);
    xml.writeStartElement("tbx");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("style", "dca");
    xml.writeAttribute("type", "TBX-Basic");
    xml.writeAttribute("xml:lang", source);
    open(1, "tbxHeader");
    open(2, "fileDesc");
    open(3, "sourceDesc");
    element(4, "p", "A glossary from " + source + " to " + target + ", exported by Yiben.");
    close(3);
    close(2);
    close(1);
    open(1, "text");
    open(2, "body");
    int number = 0;
    for (Term term : terms) {
      number++;
      write(term, number);
    }
    close(2);
    close(1);
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
    line(0);
  }

  private void write(Term term, int number) throws XMLStreamException {
    open(3, "conceptEntry");
    xml.writeAttribute("id", "c" + number);
    if (!term.note().isEmpty()) {
      element(4, "note", term.note());
    }
    open(4, "langSec");
    xml.writeAttribute("xml:lang", source);
    term(term.source(), "");
    close(4);
    open(4, "langSec");
    xml.writeAttribute("xml:lang", target);
    term(term.target(), "preferredTerm-admn-sts");
    for (String forbidden : term.forbidden()) {
      term(forbidden, "deprecatedTerm-admn-sts");
    }
    close(4);
    close(3);
  }

  private void term(String text, String status) throws XMLStreamException {
    open(5, "termSec");
    element(6, "term", text);
    if (!status.isEmpty()) {
      open(6, "termNote");
      xml.writeAttribute("type", "administrativeStatus");
      xml.writeCharacters(status);
      xml.writeEndElement();
    }
    close(5);
  }

  private void element(int depth, String name, String text) throws XMLStreamException {
    open(depth, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void open(int depth, String name) throws XMLStreamException {
    line(depth);
    xml.writeStartElement(name);
  }

  private void close(int depth) throws XMLStreamException {
    line(depth);
    xml.writeEndElement();
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
