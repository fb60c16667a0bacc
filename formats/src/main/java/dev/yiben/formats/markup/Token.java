package dev.yiben.formats.markup;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of markup or text; the tokens of a document cover it without gaps. */
public sealed interface Token {

  /** Returns the offset of the first character. */
  int start();

  /** Returns the offset after the last character. */
  int end();

  /**
   * A start tag.
   *
   * @param name as written, with its prefix
   * @param selfClosing whether it ends with {@code />}
   */
  record StartTag(int start, int end, String name, List<Attribute> attributes, boolean selfClosing)
      implements Token {
    public StartTag {
      attributes = List.copyOf(attributes);
    }

    /** Returns the name without prefix, in lower case. */
    public String localName() {
      return Names.local(name);
    }

    /** Returns the first attribute of that name, in whatever case. */
    public Optional<Attribute> attribute(String attributeName) {
      for (Attribute attribute : attributes) {
        if (attribute.name().equalsIgnoreCase(attributeName)) {
          return Optional.of(attribute);
        }
      }
      return Optional.empty();
    }
  }

  /** An end tag. */
  record EndTag(int start, int end, String name) implements Token {

    /** Returns the name without prefix, in lower case. */
    public String localName() {
      return Names.local(name);
    }
  }

  /** Text between tags, with its references as written. */
  record Text(int start, int end) implements Token {}

  /**
   * A CDATA section.
   *
   * @param contentStart offset of its content, which has no references
   */
  record CharacterData(int start, int end, int contentStart, int contentEnd) implements Token {}

  /** The content of a script or a style sheet, which is not text. */
  record RawText(int start, int end) implements Token {}

  /** A comment. */
  record Comment(int start, int end) implements Token {}

  /** A processing instruction or the XML declaration. */
  record Instruction(int start, int end) implements Token {}

  /**
   * A document type declaration.
   *
   * @param externalEntity whether it declares an entity that lies outside of the document
   * @param entities short entities that stand for text without markup, by their names
   */
  record Doctype(int start, int end, boolean externalEntity, Map<String, String> entities)
      implements Token {
    public Doctype {
      entities = Map.copyOf(entities);
    }
  }
}
