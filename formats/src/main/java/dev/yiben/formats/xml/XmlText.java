package dev.yiben.formats.xml;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A well-formed XML text. */
public final class XmlText {
  private final String text;
  private final List<Token> tokens;
  private final int[] partners;
  private final int[] parents;
  private final XmlName[] names;

  private XmlText(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
    this.partners = new int[tokens.size()];
    this.parents = new int[tokens.size()];
    this.names = new XmlName[tokens.size()];
  }

  /**
   * Reads a text.
   *
   * @throws MarkupException if it is not well-formed, nests deeper than any document does, or has a
   *     document type declaration, which no part of an Office file may have (ISO/IEC 29500-2,
   *     8.1.4)
   */
  public static XmlText read(String text) {
    XmlText xml = new XmlText(text, MarkupScanner.scan(text, Set.of()));
    xml.pair();
    return xml;
  }

  private void pair() {
    Nesting nesting = new Nesting(text);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      parents[i] = open.isEmpty() ? -1 : open.element();
      nesting.add(token);
      if (token instanceof StartTag tag) {
        names[i] = nesting.name();
        partners[i] = i;
        if (!tag.selfClosing()) {
          open.push(i);
        }
      } else if (token instanceof EndTag) {
        int start = open.remove();
        partners[start] = i;
        partners[i] = start;
      }
    }
    nesting.end();
  }

  /** Returns the outermost element. */
  public XmlElement root() {
    int i = 0;
    while (!(tokens.get(i) instanceof StartTag)) {
      i++;
    }
    return new XmlElement(this, i);
  }

  /** Returns the text that was read. */
  public String text() {
    return text;
  }

  List<Token> tokens() {
    return tokens;
  }

  int partner(int token) {
    return partners[token];
  }

  int parent(int token) {
    return parents[token];
  }

  XmlName name(int token) {
    return names[token];
  }

  /** Returns the namespace that a prefix stands for in an element; empty if it is not declared. */
  String namespace(int token, String prefix) {
    if (prefix.equals("xml")) {
      return Namespaces.XML;
    }
    String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
    for (int i = token; i >= 0; i = parents[i]) {
      for (Attribute attribute : ((StartTag) tokens.get(i)).attributes()) {
        if (attribute.name().equals(declaration)) {
          return Namespaces.transitional(attribute.value(text));
        }
      }
    }
    return "";
  }
}
