package dev.yiben.formats.block;

import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the tags are on which depends what becomes of an element around them. An element of any
 * size, however deep others nest in it, is looked through at once.
 */
final class TagIndex {
  private final String text;
  private final List<Token> tokens;
  private final Structure structure;
  private final Map<Content, int[]> positions = new EnumMap<>(Content.class);

  TagIndex(String text, List<Token> tokens, Structure structure) {
    this.text = text;
    this.tokens = tokens;
    this.structure = structure;
  }

  /** What start tags are looked for. */
  enum Content {
    /** Of blocks; not those in readings, which may be gone when the text is read again. */
    BLOCK,
    IMAGE,
    LINK_TARGET,
    /** With {@code translate="yes"}. */
    TRANSLATED
  }

  /** Returns whether one of the tokens is such a tag. */
  boolean any(Content content, int first, int last) {
    int[] found = positions.computeIfAbsent(content, this::find);
    int place = Arrays.binarySearch(found, first);
    int next = place < 0 ? -place - 1 : place;
    return next < found.length && found[next] <= last;
  }

  private int[] find(Content content) {
    IntStream.Builder found = IntStream.builder();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof StartTag tag) {
        if (content == Content.BLOCK && XhtmlElements.READINGS.contains(tag.localName())) {
          i = Math.max(i, structure.partner(i));
        } else if (isSuch(tag, content)) {
          found.add(i);
        }
      }
    }
    return found.build().toArray();
  }

  private boolean isSuch(StartTag tag, Content content) {
    return switch (content) {
      case BLOCK -> XhtmlElements.BLOCKS.contains(tag.localName());
      case IMAGE -> tag.localName().equals("img");
      case LINK_TARGET -> tag.attribute("id").isPresent();
      case TRANSLATED ->
          tag.attribute("translate")
              .filter(attribute -> attribute.value(text).equalsIgnoreCase("yes"))
              .isPresent();
    };
  }
}
