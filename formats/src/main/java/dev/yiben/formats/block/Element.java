package dev.yiben.formats.block;

import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.CharacterData;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.markup.Token.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An element as a {@link Vocabulary} sees it: its start tag, and a look at its content. */
public final class Element {
  private static final int BRIEF_TOKENS = 12;

  private final String text;
  private final List<Token> tokens;
  private final int start;
  private final int end;
  private final TagIndex tags;

  Element(String text, List<Token> tokens, int start, int end, TagIndex tags) {
    this.text = text;
    this.tokens = tokens;
    this.start = start;
    this.end = end;
    this.tags = tags;
  }

  /** Returns the start tag. */
  public StartTag tag() {
    return (StartTag) tokens.get(start);
  }

  /** Returns the local name. */
  public String name() {
    return tag().localName();
  }

  /** Returns the decoded value of an attribute by its name as written, or an empty string. */
  public String attribute(String name) {
    return tag().attribute(name).map(attribute -> attribute.value(text)).orElse("");
  }

  /** Returns the words of an attribute that holds a list of them. */
  public List<String> words(String name) {
    String value = attribute(name).strip();
    return value.isEmpty() ? List.of() : Arrays.asList(value.split("\\s+"));
  }

  /** Returns whether an end tag closes the element, or it is an empty one. */
  public boolean isClosed() {
    return end >= 0;
  }

  /** Returns the text of an element with but a few tags in it, or nothing for a larger one. */
  public Optional<String> briefText() {
    if (end < 0 || end - start > BRIEF_TOKENS) {
      return Optional.empty();
    }
    StringBuilder brief = new StringBuilder();
    for (Token token : tokens.subList(start, end + 1)) {
      if (token instanceof Text t) {
        brief.append(Characters.decode(text, t.start(), t.end()));
      } else if (token instanceof CharacterData data) {
        brief.append(text, data.contentStart(), data.contentEnd());
      }
    }
    return Optional.of(brief.toString().strip());
  }

  /** Returns whether a tag of it is such, its own tag too. */
  boolean holds(TagIndex.Content content) {
    return tags.any(content, start, Math.max(start, end));
  }
}
