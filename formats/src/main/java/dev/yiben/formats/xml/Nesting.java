package dev.yiben.formats.xml;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.Doctype;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Follows which elements are open, and refuses what is not well-formed. */
final class Nesting {
  /** Nothing that a program writes nests deeper; readers recurse. */
  private static final int MOST_DEPTH = 500;

  /** The prefixes that are known in an element, and the names that they have led to. */
  private record Scope(Map<String, String> namespaces, Map<String, XmlName> names) {}

  private record Open(StartTag tag, XmlName name, Scope scope) {}

  private final String text;
  private final Scope outermost = new Scope(Map.of(), new HashMap<>());
  private final Deque<Open> open = new ArrayDeque<>();
  private XmlName name = new XmlName("", "");
  private int roots;

  Nesting(String text) {
    this.text = text;
  }

  /**
   * Takes the next token.
   *
   * @throws MarkupException if the text is not well-formed, nests too deeply, or has a document
   *     type declaration
   */
  void add(Token token) {
    if (token instanceof StartTag tag) {
      add(tag);
    } else if (token instanceof EndTag tag) {
      if (open.isEmpty() || !open.element().tag().name().equals(tag.name())) {
        throw new MarkupException(
            text, tag.start(), "not well-formed: </" + tag.name() + "> closes nothing");
      }
      name = open.remove().name();
    } else if (token instanceof Doctype) {
      throw new MarkupException(text, token.start(), "a document type declaration; refused");
    }
  }

  private void add(StartTag tag) {
    roots += open.isEmpty() ? 1 : 0;
    Scope scope = scope(tag, open.isEmpty() ? outermost : open.element().scope());
    name = scope.names().computeIfAbsent(tag.name(), written -> name(written, scope));
    if (!tag.selfClosing()) {
      open.push(new Open(tag, name, scope));
    }
    if (open.size() > MOST_DEPTH) {
      throw new MarkupException(text, tag.start(), "elements nest too deeply; refused");
    }
  }

  /** Returns the name of the element whose tag came last. */
  XmlName name() {
    return name;
  }

  /**
   * Takes the end of the text.
   *
   * @throws MarkupException if elements are open, or there was none
   */
  void end() {
    if (!open.isEmpty()) {
      StartTag tag = open.element().tag();
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
      String written = attribute.name();
      if (written.equals("xmlns") || written.startsWith("xmlns:")) {
        if (namespaces == null) {
          namespaces = new HashMap<>(outer.namespaces());
        }
        String prefix = written.length() > 5 ? written.substring(6) : "";
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
}
