package dev.yiben.formats.block;

import dev.yiben.formats.block.Treatment.Kind;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.style.Display;
import dev.yiben.formats.style.TextStyle;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Another vocabulary's elements as one document's style sheets show them. */
public final class StyledVocabulary implements Vocabulary {
  /** Blocks that are nothing but blocks, so that they may as well be parts of lines. */
  private static final Set<String> PLAIN_BLOCKS =
      Set.of(
          "article",
          "aside",
          "blockquote",
          "center",
          "div",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "main",
          "p",
          "section",
          "summary");

  private final Vocabulary vocabulary;
  private final Map<Integer, TextStyle> styles;

  /**
   * Creates the vocabulary of one document.
   *
   * @param styles what style sheets say, by the offsets of start tags
   */
  public StyledVocabulary(Vocabulary vocabulary, Map<Integer, TextStyle> styles) {
    this.vocabulary = vocabulary;
    this.styles = Map.copyOf(styles);
  }

  @Override
  public Treatment treatment(Element element) {
    Treatment plain = vocabulary.treatment(element);
    TextStyle style = styles.get(element.tag().start());
    if (style == null || XhtmlElements.APART.contains(element.name())) {
      return plain;
    }
    Treatment shown = style.display().map(d -> shown(plain, d, element)).orElse(plain);
    return style.lines().orElse(false) ? shown.withLines() : shown;
  }

  private static Treatment shown(Treatment plain, Display display, Element element) {
    return switch (display) {
      case BLOCK -> plain.kind() == Kind.INLINE ? plain.as(Kind.BLOCK) : plain;
      case INLINE -> {
        boolean plainBlock = plain.kind() == Kind.BLOCK && plain.rule().isEmpty();
        yield plainBlock && PLAIN_BLOCKS.contains(element.name()) ? plain.as(Kind.INLINE) : plain;
      }
      case NONE -> hidden(plain, element);
    };
  }

  /**
   * What nobody sees is left as it is, but not what a link or a program may bring to sight: what
   * has an id, and notes.
   */
  private static Treatment hidden(Treatment plain, Element element) {
    if (Notes.isNote(element) || element.holds(TagIndex.Content.LINK_TARGET)) {
      return plain;
    }
    return switch (plain.kind()) {
      case BLOCK, ESCAPED -> plain.rule().isEmpty() ? Treatment.skipped("hidden") : plain;
      case INLINE, EMBEDDED, UNWRAPPED, RUBY -> Treatment.outside(Kind.MARKER, "hidden");
      case OPAQUE, KEPT, MARKER, BREAK, DROPPED, IGNORED -> plain;
    };
  }

  @Override
  public Set<String> rawElements() {
    return vocabulary.rawElements();
  }

  @Override
  public boolean isVoid(String localName) {
    return vocabulary.isVoid(localName);
  }

  @Override
  public OptionalEndTags optionalEndTags() {
    return vocabulary.optionalEndTags();
  }

  @Override
  public boolean endsSegments(String localName) {
    return vocabulary.endsSegments(localName);
  }

  @Override
  public Set<String> textAttributes(StartTag tag) {
    return vocabulary.textAttributes(tag);
  }

  @Override
  public Optional<Pattern> templateCode() {
    return vocabulary.templateCode();
  }
}
