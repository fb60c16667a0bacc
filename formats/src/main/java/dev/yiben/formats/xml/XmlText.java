package dev.yiben.formats.xml;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.Doctype;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A well-formed XML text. */
public final class XmlText {
  /** Nothing that a program writes nests deeper; readers recurse. */
  private static final int MOST_DEPTH = 500;

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

  /** The prefixes that are known in an element, and the names that they have led to. */
  private record Scope(Map<String, String> namespaces, Map<String, XmlName> names) {}

  private void pair() {
    Deque<Integer> open = new ArrayDeque<>();
    Deque<Scope> scopes = new ArrayDeque<>();
    Scope outermost = new Scope(Map.of(), new HashMap<>());
    int roots = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token instanceof Doctype) {
        throw new MarkupException(text, token.start(), "a document type declaration; refused");
      }
      parents[i] = open.isEmpty() ? -1 : open.element();
      if (token instanceof StartTag tag) {
        roots += open.isEmpty() ? 1 : 0;
        Scope scope = scope(tag, scopes.isEmpty() ? outermost : scopes.element());
        names[i] = scope.names().computeIfAbsent(tag.name(), name -> name(name, scope));
        partners[i] = i;
        if (!tag.selfClosing()) {
          open.push(i);
          scopes.push(scope);
        }
        if (open.size() > MOST_DEPTH) {
          throw new MarkupException(text, tag.start(), "elements nest too deeply; refused");
        }
      } else if (token instanceof EndTag tag) {
        int start = open.isEmpty() ? -1 : open.remove();
        if (start < 0 || !((StartTag) tokens.get(start)).name().equals(tag.name())) {
          throw new MarkupException(
              text, tag.start(), "not well-formed: </" + tag.name() + "> closes nothing");
        }
        scopes.remove();
        partners[start] = i;
        partners[i] = start;
      }
    }
    if (!open.isEmpty()) {
      StartTag tag = (StartTag) tokens.get(open.element());
      throw new MarkupException(
          text, tag.start(), "not well-formed: <" + tag.name() + "> never ends");
    }
    if (roots != 1) {
      throw new MarkupException(text, 0, "not well-formed: " + roots + " elements at the top");
    }
  }

  private Scope scope(StartTag tag, Scope outer) {
    Map<String, String> namespaces = null;
    for (Attribute attribute : tag.attributes()) {
      String name = attribute.name();
      if (name.equals("xmlns") || name.startsWith("xmlns:")) {
        if (namespaces == null) {
          namespaces = new HashMap<>(outer.namespaces());
        }
        String prefix = name.length() > 5 ? name.substring(6) : "";
        namespaces.put(prefix, Namespaces.transitional(attribute.value(text)));
      }
    }
    return namespaces == null ? outer : new Scope(namespaces, new HashMap<>());
  }

  private static XmlName name(String written, Scope scope) {
    int colon = written.indexOf(':');
    String prefix = colon < 0 ? "" : written.substring(0, colon);
    return new XmlName(scope.namespaces().getOrDefault(prefix, ""), written.substring(colon + 1));
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
