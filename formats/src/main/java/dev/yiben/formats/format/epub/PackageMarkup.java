package dev.yiben.formats.format.epub;

import dev.yiben.formats.block.MarkupDocument;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.markup.Token.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tags of a package document, for those who look one up or change one. What belongs to a
 * collection within the book is not among them.
 */
final class PackageMarkup {
  /**
   * An element.
   *
   * @param content what it holds where that is text alone
   * @param end its end tag, where it has one right after its text
   */
  record Tag(StartTag start, Optional<Text> content, Optional<EndTag> end, String value) {
    String name() {
      return start.localName();
    }
  }

  private final String text;
  private final List<Token> tokens;
  private final boolean whole;
  private final List<Tag> tags = new ArrayList<>();

  private PackageMarkup(String text, List<Token> tokens, boolean whole) {
    this.text = text;
    this.tokens = tokens;
    this.whole = whole;
    int collections = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof StartTag tag) {
        if (tag.localName().equals("collection") && !tag.selfClosing()) {
          collections++;
        } else if (collections == 0) {
          tags.add(tag(i, tag));
        }
      } else if (tokens.get(i) instanceof EndTag tag
          && tag.localName().equals("collection")
          && collections > 0) {
        collections--;
      }
    }
  }

  static PackageMarkup of(MarkupDocument document) {
    return new PackageMarkup(document.source().text(), document.tokens(), true);
  }

  /** Reads what can be read. */
  static PackageMarkup read(String text) {
    try {
      return new PackageMarkup(text, MarkupScanner.scan(text, Set.of()), !text.isEmpty());
    } catch (MarkupException e) {
      return new PackageMarkup(text, MarkupScanner.scanReadable(text, Set.of()), false);
    }
  }

  /** Returns whether all of it can be read, so that it can be changed. */
  boolean isWhole() {
    return whole;
  }

  private Tag tag(int i, StartTag tag) {
    Optional<Text> content =
        at(i + 1) instanceof Text found ? Optional.of(found) : Optional.empty();
    Token next = at(content.isPresent() ? i + 2 : i + 1);
    Optional<EndTag> end =
        next instanceof EndTag found && found.name().equals(tag.name()) && !tag.selfClosing()
            ? Optional.of(found)
            : Optional.empty();
    String value =
        end.isPresent() && content.isPresent()
            ? Characters.decode(text, content.get().start(), content.get().end()).strip()
            : "";
    return new Tag(tag, content, end, value);
  }

  private Token at(int i) {
    return i < tokens.size() ? tokens.get(i) : new Text(0, 0);
  }

  String text() {
    return text;
  }

  List<Token> tokens() {
    return tokens;
  }

  /** Returns all start tags of that local name. */
  List<Tag> all(String name) {
    return tags.stream().filter(tag -> tag.name().equals(name)).toList();
  }

  Optional<Tag> first(String name) {
    return tags.stream().filter(tag -> tag.name().equals(name)).findFirst();
  }

  /** Returns a tag's attribute of that name as written. */
  static Optional<Attribute> attribute(Tag tag, String name) {
    return tag.start().attribute(name);
  }

  /** Returns the decoded value of an attribute, or an empty string. */
  String value(Tag tag, String name) {
    return attribute(tag, name).map(attribute -> attribute.value(text).strip()).orElse("");
  }

  /** Returns whether an element of the document has that id. */
  boolean hasId(String id) {
    return tokens.stream()
        .filter(StartTag.class::isInstance)
        .map(StartTag.class::cast)
        .flatMap(tag -> tag.attribute("id").stream())
        .anyMatch(attribute -> attribute.value(text).strip().equals(id));
  }

  /** Returns that id, or one like it, that no element has. */
  String freeId(String wish) {
    String id = wish;
    for (int i = 1; hasId(id); i++) {
      id = wish + "-" + i;
    }
    return id;
  }
}
