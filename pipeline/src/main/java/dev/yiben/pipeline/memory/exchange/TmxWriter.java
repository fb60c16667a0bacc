package dev.yiben.pipeline.memory.exchange;

import dev.yiben.pipeline.memory.MemoryLanguages;
import dev.yiben.pipeline.memory.MemoryUnit;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes TMX 1.4b (ETSI GS LIS 002), level 2: codes as {@code bpt}, {@code ept} and {@code ph} that
 * hold their placeholders. Properties keep what a memory knows of a unit, so that reading it again
 * loses nothing.
 */
public final class TmxWriter implements AutoCloseable {
  static final String TOOL = "Yiben";
  static final String PROPERTY = "x-yiben-";

  private static final Pattern PLACEHOLDER = Pattern.compile("⟦(/?)([0-9]{1,6})⟧");
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final MemoryLanguages languages;
  private final XMLStreamWriter xml;

  /**
   * Begins a file; the stream stays open.
   *
   * @param version of this program
   * @throws XMLStreamException if it cannot be written
   */
  public TmxWriter(OutputStream out, MemoryLanguages languages, String version)
      throws XMLStreamException {
    this.languages = languages;
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeCharacters("\n");
    xml.writeDTD("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">");
    xml.writeCharacters("\n");
    xml.writeStartElement("tmx");
    xml.writeAttribute("version", "1.4");
    xml.writeCharacters("\n");
    xml.writeEmptyElement("header");
    xml.writeAttribute("creationtool", TOOL);
    xml.writeAttribute("creationtoolversion", version);
    xml.writeAttribute("segtype", "paragraph");
    xml.writeAttribute("o-tmf", TOOL);
    xml.writeAttribute("adminlang", "en");
    xml.writeAttribute("srclang", languages.source());
    xml.writeAttribute("datatype", "plaintext");
    xml.writeCharacters("\n");
    xml.writeStartElement("body");
    xml.writeCharacters("\n");
  }

  /** Writes a unit. */
  public void write(MemoryUnit unit) throws XMLStreamException {
    xml.writeStartElement("tu");
    xml.writeAttribute("creationdate", date(unit.created()));
    xml.writeAttribute("lastusagedate", date(unit.used()));
    if (!unit.made().model().isEmpty()) {
      xml.writeAttribute("creationid", clean(unit.made().model()));
    }
    property("origin", unit.made().origin().name().toLowerCase(Locale.ROOT));
    property("confirmed", unit.made().confirmed() ? "yes" : "no");
    property("model", unit.made().model());
    property("recipe", unit.made().recipe());
    property("document", unit.context().document());
    property("segment", unit.context().segment());
    property("role", unit.context().role());
    property("before", unit.context().before());
    property("after", unit.context().after());
    property("findings", String.join("\n", unit.findings()));
    variant(languages.source(), unit.source());
    variant(languages.target(), unit.target());
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private void property(String name, String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeStartElement("prop");
      xml.writeAttribute("type", PROPERTY + name);
      xml.writeCharacters(clean(value));
      xml.writeEndElement();
    }
  }

  private void variant(String language, String marked) throws XMLStreamException {
    xml.writeStartElement("tuv");
    xml.writeAttribute("xml:lang", language);
    xml.writeStartElement("seg");
    Matcher code = PLACEHOLDER.matcher(marked);
    int end = 0;
    while (code.find()) {
      xml.writeCharacters(clean(marked.substring(end, code.start())));
      write(code, marked);
      end = code.end();
    }
    xml.writeCharacters(clean(marked.substring(end)));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void write(Matcher code, String marked) throws XMLStreamException {
    String number = code.group(2);
    boolean closes = !code.group(1).isEmpty();
    boolean opens = !closes && marked.indexOf("⟦/" + number + "⟧", code.end()) >= 0;
    xml.writeStartElement(closes ? "ept" : opens ? "bpt" : "ph");
    if (closes || opens) {
      xml.writeAttribute("i", number);
    }
    if (!closes) {
      xml.writeAttribute("x", number);
    }
    xml.writeCharacters(code.group());
    xml.writeEndElement();
  }

  private static String date(Instant time) {
    return TmxUnits.DATE.format(time.atOffset(ZoneOffset.UTC));
  }

  private static String clean(String text) {
    return NOT_XML.matcher(text).replaceAll("");
  }

  @Override
  public void close() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
    xml.close();
  }
}
