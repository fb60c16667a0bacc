package dev.yiben.formats.block;

import dev.yiben.formats.markup.Token.StartTag;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the elements and attributes of a markup language mean for its text. */
public interface Vocabulary {

  /** Returns the local names of elements whose content is not markup. */
  Set<String> rawElements();

  /** Returns whether an element of that local name never has content. */
  boolean isVoid(String localName);

  /** Returns which elements may lack their end tags. */
  default OptionalEndTags optionalEndTags() {
    return OptionalEndTags.NONE;
  }

  /** Returns whether a stray end tag of that local name still ends a segment. */
  default boolean endsSegments(String localName) {
    return false;
  }

  /** Returns how an element takes part in the text. */
  Treatment treatment(Element element);

  /** Returns the local names of the attributes of a tag that hold text for readers. */
  Set<String> textAttributes(StartTag tag);

  /** Returns what in text and in attributes is no text but code of a template language. */
  default Optional<Pattern> templateCode() {
    return Optional.empty();
  }
}
