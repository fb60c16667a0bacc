package dev.yiben.pipeline.interchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the content of a {@code <source>} or {@code <target>} of XLIFF 1.x or 2.x. */
final class XliffText {
  private static final int DEEPEST = 1000;

  private final XMLStreamReader xml;
  private final ReturnedText text = new ReturnedText();

  /** For each open element the id to close it with; empty for one that only wraps text. */
  private final Deque<String> open = new ArrayDeque<>();

  private XliffText(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** Reads the element whose start is current, to its end. */
  static ReturnedText read(XMLStreamReader xml) throws XMLStreamException {
    XliffText reader = new XliffText(xml);
    reader.read();
    return reader.text;
  }

  /** Passes the element whose start is current, to its end. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private void read() throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.text(xml.getText());
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> {
          if (open.isEmpty()) {
            return;
          }
          String id = open.pop();
          if (!id.isEmpty()) {
            text.close(id);
          }
        }
        default -> {
          // Comments and the like are no text.
        }
      }
    }
  }

  private void start() throws XMLStreamException {
    if (open.size() == DEEPEST) {
      throw new ExchangeException("codes are nested too deeply");
    }
    switch (xml.getLocalName()) {
      case "g", "pc" -> {
        String id = attribute("id");
        text.code(id);
        open.push(id);
      }
      case "bx", "bpt", "sc" -> standalone(true);
      case "ex", "ept", "ec" -> standalone(false);
      case "it" -> standalone(!"close".equals(attribute("pos")));
      case "x", "ph" -> {
        text.code(attribute("id"));
        skip(xml);
      }
      case "cp" -> {
        character(attribute("hex"));
        skip(xml);
      }
      case "mrk" -> open.push("");
      default -> skip(xml);
    }
  }

  /** Takes half of a pair that is an element of its own. */
  private void standalone(boolean opens) throws XMLStreamException {
    String pair = opens ? attribute("rid") : attribute("rid") + attribute("startRef");
    String id = pair.isEmpty() ? attribute("id") : pair;
    if (opens) {
      text.code(id);
    } else {
      text.close(id);
    }
    skip(xml);
  }

  private void character(String hexadecimal) {
    if (hexadecimal.matches("[0-9A-Fa-f]{1,5}")) {
      text.text(Character.toString(Integer.parseInt(hexadecimal, 16)));
    }
  }

  private String attribute(String name) {
    return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
  }
}
