package dev.yiben.formats.block;

import dev.yiben.formats.block.Treatment.Kind;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.style.Display;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of XHTML and HTML as they are displayed by default (WHATWG HTML 15.3), with SVG in
 * them, and the blocks of DTBook that HTML has not.
 */
public final class XhtmlVocabulary implements Vocabulary {
  /** Attributes that hold text for readers on whatever element. */
  static final Set<String> TEXT_ATTRIBUTES =
      Set.of(
          "alt",
          "aria-description",
          "aria-label",
          "aria-placeholder",
          "aria-roledescription",
          "aria-valuetext",
          "placeholder",
          "title");

  /** Elements whose attributes are for programs. */
  private static final Set<String> WITHOUT_TEXT =
      Set.of("base", "html", "link", "meta", "script", "style");

  private final boolean navigation;
  private final RubyReadings readings;

  private XhtmlVocabulary(boolean navigation, RubyReadings readings) {
    this.navigation = navigation;
    this.readings = readings;
  }

  /** Returns the vocabulary of documents to read, where readings go. */
  public static XhtmlVocabulary content() {
    return content(RubyReadings.DROP);
  }

  /** Returns the vocabulary of documents to read. */
  public static XhtmlVocabulary content(RubyReadings readings) {
    return new XhtmlVocabulary(false, readings);
  }

  /** Returns the vocabulary of navigation documents, whose list items are entries of contents. */
  public static XhtmlVocabulary navigation() {
    return navigation(RubyReadings.DROP);
  }

  /** Returns the vocabulary of navigation documents, whose list items are entries of contents. */
  public static XhtmlVocabulary navigation(RubyReadings readings) {
    return new XhtmlVocabulary(true, readings);
  }

  @Override
  public Set<String> rawElements() {
    return Set.of("script", "style");
  }

  @Override
  public boolean isVoid(String localName) {
    return XhtmlElements.VOID.contains(localName);
  }

  @Override
  public OptionalEndTags optionalEndTags() {
    return OptionalEndTags.HTML;
  }

  @Override
  public boolean endsSegments(String localName) {
    return isBlock(localName);
  }

  /**
   * Returns how elements of a name are displayed by default; nothing for those of which style
   * sheets may say what they want.
   */
  public static Optional<Display> displayOf(String localName) {
    if (XhtmlElements.APART.contains(localName)) {
      return Optional.empty();
    }
    return Optional.of(isBlock(localName) ? Display.BLOCK : Display.INLINE);
  }

  private static boolean isBlock(String localName) {
    return XhtmlElements.BLOCKS.contains(localName);
  }

  @Override
  public Set<String> textAttributes(StartTag tag) {
    return switch (tag.localName()) {
      case "option", "optgroup", "track" -> Set.of("label", "title", "aria-label");
      case "table" -> Set.of("summary", "title", "aria-label");
      default -> WITHOUT_TEXT.contains(tag.localName()) ? Set.of() : TEXT_ATTRIBUTES;
    };
  }

  @Override
  public Treatment treatment(Element element) {
    Optional<Treatment> kept = ifKept(element);
    if (kept.isPresent()) {
      return kept.get();
    }
    Treatment treatment = byName(element);
    return element.attribute("translate").equalsIgnoreCase("yes") ? released(treatment) : treatment;
  }

  /** Returns the same treatment, but of text to translate whatever it stands in. */
  private static Treatment released(Treatment treatment) {
    return new Treatment(
        treatment.kind(), treatment.role(), Optional.of(Treatment.TRANSLATE), treatment.lines());
  }

  private Treatment byName(Element element) {
    return switch (element.name()) {
      case "h1", "h2", "h3", "h4", "h5", "h6", "hd", "doctitle" -> Treatment.block(Role.HEADING);
      case "li", "dt", "dd", "lic" -> Treatment.block(itemRole(element));
      case "td", "th" -> Treatment.block(Role.TABLE_CELL);
      case "figcaption", "caption" -> Treatment.block(Role.CAPTION);
      case "aside", "div", "section", "note", "span" -> possibleNote(element);
      case "p" -> Notes.isNote(element) ? Treatment.block(Role.NOTE) : Treatment.block();
      case "title", "desc" -> Treatment.block(Role.METADATA);
      case "text", "foreignobject" -> Treatment.block();
      case "pre", "listing", "xmp", "plaintext" ->
          element.attribute("translate").equalsIgnoreCase("yes")
              ? Treatment.linedBlock()
              : Treatment.skipped("code");
      case "br" -> Treatment.of(Kind.BREAK);
      case "wbr" -> Treatment.of(Kind.DROPPED);
      case "img", "input" -> Treatment.of(Kind.OPAQUE);
      case "code", "kbd", "samp" -> Treatment.outside(Kind.OPAQUE, "code");
      case "script", "style" -> Treatment.of(Kind.IGNORED);
      case "math", "template", "metadata" -> Treatment.outside(Kind.OPAQUE, element.name());
      case "textarea" -> Treatment.outside(Kind.OPAQUE, "form-value");
      case "audio", "video", "object", "iframe", "embed", "canvas", "applet", "noscript" ->
          embedded(element);
      case "svg", "select", "datalist" -> embedded(element);
      case "switch", "case", "default" -> ofSwitch(element);
      case "a", "sup" ->
          Notes.isMark(element)
              ? Treatment.outside(Kind.OPAQUE, "note-reference")
              : Treatment.of(Kind.INLINE);
      case "ruby" -> ruby(element);
      case "rb", "rbc" -> Treatment.of(Kind.UNWRAPPED);
      case "rt", "rp", "rtc" ->
          element.isClosed()
              ? Treatment.outside(Kind.DROPPED, "ruby-reading")
              : Treatment.of(Kind.INLINE);
      default -> isBlock(element.name()) ? Treatment.block() : Treatment.of(Kind.INLINE);
    };
  }

  /** What the author or the kind of text keeps from being translated. */
  private Optional<Treatment> ifKept(Element element) {
    if (element.tag().attributes().isEmpty()) {
      return Optional.empty();
    }
    boolean block = isBlock(element.name());
    if (element.attribute("translate").equalsIgnoreCase("no")
        || element.words("class").contains("notranslate")) {
      Treatment kept = Treatment.skipped("translate-no");
      if (block) {
        return Optional.of(kept);
      }
      boolean exceptions = element.holds(TagIndex.Content.TRANSLATED);
      return Optional.of(kept.as(exceptions ? Kind.EMBEDDED : Kind.KEPT));
    }
    Optional<String> marker = Markers.rule(element);
    if (marker.isPresent()) {
      Treatment kept = Treatment.skipped(marker.get());
      return Optional.of(block ? kept : kept.as(Kind.MARKER));
    }
    if (Notes.types(element).contains("page-list")) {
      return Optional.of(Treatment.skipped("page-label"));
    }
    return Optional.empty();
  }

  private Role itemRole(Element element) {
    if (navigation) {
      return Role.TOC_ENTRY;
    }
    return Notes.isNote(element) ? Role.NOTE : Role.LIST_ITEM;
  }

  /** A note may stand in the middle of the sentence that it is about. */
  private static Treatment possibleNote(Element element) {
    boolean block = isBlock(element.name());
    if (Notes.isNote(element)) {
      Treatment note = Treatment.block(Role.NOTE);
      return element.isClosed() ? note.as(Kind.EMBEDDED) : note;
    }
    return block ? Treatment.block() : Treatment.of(Kind.INLINE);
  }

  private static Treatment embedded(Element element) {
    return Treatment.of(element.isClosed() ? Kind.EMBEDDED : Kind.INLINE);
  }

  /** Of the alternatives that EPUB 3.0 knows, the default is what readers show (EPUB 3.3, F.2). */
  private static Treatment ofSwitch(Element element) {
    if (!element.tag().name().contains(":")) {
      return Treatment.of(Kind.INLINE);
    }
    return switch (element.name()) {
      case "switch" -> embedded(element);
      case "case" -> Treatment.outside(Kind.OPAQUE, "alternative");
      default -> Treatment.block();
    };
  }

  private Treatment ruby(Element element) {
    if (!element.isClosed() || element.holds(TagIndex.Content.BLOCK)) {
      return Treatment.of(Kind.INLINE);
    }
    return Treatment.of(
        switch (readings) {
          case DROP -> Kind.UNWRAPPED;
          case KEEP -> Kind.RUBY;
        });
  }
}
