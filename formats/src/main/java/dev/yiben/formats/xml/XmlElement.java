package dev.yiben.formats.xml;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.CharacterData;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.markup.Token.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An element of an {@link XmlText}, with the offsets of its tags. */
public final class XmlElement {
  private final XmlText xml;
  private final int token;

  XmlElement(XmlText xml, int token) {
    this.xml = xml;
    this.token = token;
  }

  /** Returns the name with its namespace. */
  public XmlName name() {
    return xml.name(token);
  }

  /** Returns the name without prefix. */
  public String local() {
    return name().local();
  }

  /** Returns whether this is the element of that name. */
  public boolean is(String namespace, String local) {
    return name().local().equals(local) && name().namespace().equals(namespace);
  }

  /** Returns the prefix as written with its colon, such as {@code w:}; empty without one. */
  public String prefix() {
    String written = tag().name();
    return written.substring(0, written.indexOf(':') + 1);
  }

  /** Returns the offset of the start tag. */
  public int start() {
    return tag().start();
  }

  /** Returns the offset after the start tag. */
  public int contentStart() {
    return tag().end();
  }

  /** Returns the offset of the end tag; after the start tag if there is none. */
  public int contentEnd() {
    return isEmptyTag() ? tag().end() : lastToken().start();
  }

  /** Returns the offset after the end tag. */
  public int end() {
    return lastToken().end();
  }

  /** Returns whether start and end tag are one. */
  public boolean isEmptyTag() {
    return xml.partner(token) == token;
  }

  /** Returns the start tag. */
  public StartTag tag() {
    return (StartTag) xml.tokens().get(token);
  }

  private Token lastToken() {
    return xml.tokens().get(xml.partner(token));
  }

  /** Returns the whole element as written. */
  public String markup() {
    return xml.text().substring(start(), end());
  }

  /** Returns the element around this one. */
  public Optional<XmlElement> parent() {
    int parent = xml.parent(token);
    return parent < 0 ? Optional.empty() : Optional.of(new XmlElement(xml, parent));
  }

  /** Returns the element that follows this one within the same element. */
  public Optional<XmlElement> next() {
    int i = xml.partner(token) + 1;
    while (i < xml.tokens().size() && !(xml.tokens().get(i) instanceof EndTag)) {
      if (xml.tokens().get(i) instanceof StartTag) {
        return Optional.of(new XmlElement(xml, i));
      }
      i++;
    }
    return Optional.empty();
  }

  /** Returns the elements in this one, not those in them. */
  public List<XmlElement> children() {
    List<XmlElement> children = new ArrayList<>();
    int end = xml.partner(token);
    int i = token + 1;
    while (i < end) {
      if (xml.tokens().get(i) instanceof StartTag) {
        children.add(new XmlElement(xml, i));
        i = xml.partner(i);
      }
      i++;
    }
    return children;
  }

  /** Returns all elements in this one in document order, and those in them. */
  public List<XmlElement> descendants() {
    List<XmlElement> descendants = new ArrayList<>();
    int end = xml.partner(token);
    for (int i = token + 1; i < end; i++) {
      if (xml.tokens().get(i) instanceof StartTag) {
        descendants.add(new XmlElement(xml, i));
      }
    }
    return descendants;
  }

  /** Returns the first child of that name. */
  public Optional<XmlElement> child(String namespace, String local) {
    int end = xml.partner(token);
    int i = token + 1;
    while (i < end) {
      if (xml.tokens().get(i) instanceof StartTag) {
        XmlElement child = new XmlElement(xml, i);
        if (child.is(namespace, local)) {
          return Optional.of(child);
        }
        i = xml.partner(i);
      }
      i++;
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof XmlElement that && xml == that.xml && token == that.token;
  }

  @Override
  public int hashCode() {
    return token;
  }

  /** Returns the text in this element, not that in its children, decoded. */
  public String text() {
    StringBuilder value = new StringBuilder();
    int end = xml.partner(token);
    int i = token + 1;
    while (i < end) {
      Token next = xml.tokens().get(i);
      if (next instanceof StartTag) {
        i = xml.partner(i);
      } else if (next instanceof Text text) {
        value.append(Characters.decode(xml.text(), text.start(), text.end()));
      } else if (next instanceof CharacterData data) {
        value.append(xml.text(), data.contentStart(), data.contentEnd());
      }
      i++;
    }
    return value.toString();
  }

  /**
   * Returns an attribute that has no prefix or the prefix of the element, as most of Office's have.
   */
  public Optional<Attribute> attribute(String local) {
    for (Attribute attribute : tag().attributes()) {
      String name = attribute.name();
      if (name.equals(local)
          || (name.endsWith(local)
              && name.length() == prefix().length() + local.length()
              && name.startsWith(prefix()))) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /** Returns an attribute of another namespace than the element's. */
  public Optional<Attribute> attribute(String namespace, String local) {
    for (Attribute attribute : tag().attributes()) {
      String name = attribute.name();
      int colon = name.indexOf(':');
      if (colon > 0
          && name.length() == colon + 1 + local.length()
          && name.endsWith(local)
          && xml.namespace(token, name.substring(0, colon)).equals(namespace)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /** Returns the decoded value of {@link #attribute(String)}; empty if there is none. */
  public String value(String local) {
    return attribute(local).map(attribute -> attribute.value(xml.text())).orElse("");
  }

  /** Returns the decoded value of {@link #attribute(String, String)}; empty if there is none. */
  public String value(String namespace, String local) {
    return attribute(namespace, local).map(found -> found.value(xml.text())).orElse("");
  }
}
