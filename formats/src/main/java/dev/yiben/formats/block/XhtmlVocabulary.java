package dev.yiben.formats.block;

import dev.yiben.formats.block.Treatment.Kind;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of XHTML and HTML as they are displayed by default (WHATWG HTML 15.3), and the
 * blocks of DTBook that HTML has not.
 */
public final class XhtmlVocabulary implements Vocabulary {
  private static final Set<String> VOID =
      Set.of(
          "area",
          "base",
          "basefont",
          "br",
          "col",
          "command",
          "embed",
          "frame",
          "hr",
          "img",
          "input",
          "keygen",
          "link",
          "meta",
          "param",
          "source",
          "track",
          "wbr");

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "col",
          "colgroup",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "frame",
          "frameset",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hgroup",
          "hr",
          "html",
          "legend",
          "li",
          "link",
          "main",
          "menu",
          "meta",
          "nav",
          "noframes",
          "ol",
          "optgroup",
          "option",
          "p",
          "search",
          "section",
          "summary",
          "table",
          "caption",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "ul",
          // DTBook
          "author",
          "bodymatter",
          "book",
          "docauthor",
          "doctitle",
          "dtbook",
          "frontmatter",
          "hd",
          "imggroup",
          "level",
          "level1",
          "level2",
          "level3",
          "level4",
          "level5",
          "level6",
          "lic",
          "line",
          "linegroup",
          "list",
          "note",
          "poem",
          "prodnote",
          "rearmatter",
          "sidebar");

  private static final Set<String> TEXT_ATTRIBUTES = Set.of("alt", "aria-label", "title");

  /** Elements whose attributes are for programs. */
  private static final Set<String> WITHOUT_TEXT =
      Set.of("base", "html", "link", "meta", "script", "style");

  private static final Set<String> NOTES = Set.of("footnote", "endnote", "rearnote", "note");
  private static final int LONGEST_NOTE_MARK = 3;

  private final boolean navigation;

  private XhtmlVocabulary(boolean navigation) {
    this.navigation = navigation;
  }

  /** Returns the vocabulary of documents to read. */
  public static XhtmlVocabulary content() {
    return new XhtmlVocabulary(false);
  }

  /** Returns the vocabulary of navigation documents, whose list items are entries of contents. */
  public static XhtmlVocabulary navigation() {
    return new XhtmlVocabulary(true);
  }

  @Override
  public Set<String> rawElements() {
    return Set.of("script", "style");
  }

  @Override
  public boolean isVoid(String localName) {
    return VOID.contains(localName);
  }

  @Override
  public Set<String> textAttributes(StartTag tag) {
    return WITHOUT_TEXT.contains(tag.localName()) ? Set.of() : TEXT_ATTRIBUTES;
  }

  @Override
  public Treatment treatment(Element element) {
    Optional<String> kept = ruleToKeep(element);
    if (kept.isPresent()) {
      return BLOCKS.contains(element.name())
          ? Treatment.skipped(kept.get())
          : Treatment.outside(Kind.KEPT, kept.get());
    }
    return switch (element.name()) {
      case "h1", "h2", "h3", "h4", "h5", "h6", "hd", "doctitle" -> Treatment.block(Role.HEADING);
      case "li", "dt", "dd", "lic" -> Treatment.block(itemRole(element));
      case "td", "th" -> Treatment.block(Role.TABLE_CELL);
      case "figcaption", "caption" -> Treatment.block(Role.CAPTION);
      case "aside", "div", "section", "note" ->
          isNote(element) ? Treatment.block(Role.NOTE) : Treatment.block();
      case "title" -> Treatment.block(Role.METADATA);
      case "pre", "listing", "xmp", "plaintext" -> Treatment.skipped("code");
      case "br" -> Treatment.of(Kind.BREAK);
      case "img", "input" -> Treatment.of(Kind.OPAQUE);
      case "code", "kbd", "samp" -> Treatment.outside(Kind.OPAQUE, "code");
      case "script", "style" -> Treatment.of(Kind.IGNORED);
      case "math", "svg", "template" -> Treatment.outside(Kind.OPAQUE, element.name());
      case "audio", "video", "object", "iframe", "embed", "canvas", "applet" ->
          Treatment.outside(Kind.OPAQUE, "embedded");
      case "switch" -> Treatment.outside(Kind.OPAQUE, "alternative");
      case "a", "sup", "sub" ->
          isNoteMark(element)
              ? Treatment.outside(Kind.OPAQUE, "note-reference")
              : Treatment.of(Kind.INLINE);
      case "ruby" -> ruby(element);
      case "rb", "rbc" -> Treatment.of(Kind.UNWRAPPED);
      case "rt", "rp", "rtc" ->
          element.isClosed()
              ? Treatment.outside(Kind.DROPPED, "ruby-reading")
              : Treatment.of(Kind.INLINE);
      default -> BLOCKS.contains(element.name()) ? Treatment.block() : Treatment.of(Kind.INLINE);
    };
  }

  private static Optional<String> ruleToKeep(Element element) {
    if (element.attribute("translate").equals("no")) {
      return Optional.of("translate-no");
    }
    List<String> types = types(element);
    if (types.contains("pagebreak")) {
      return Optional.of("page-break");
    }
    return types.contains("page-list") ? Optional.of("page-label") : Optional.empty();
  }

  /** Returns the words of {@code epub:type} and of {@code role}, the latter without its prefix. */
  private static List<String> types(Element element) {
    String role = element.attribute("role").replace("doc-", "");
    String types = element.attribute("epub:type") + " " + role;
    return types.isBlank() ? List.of() : Arrays.asList(types.strip().split("\\s+"));
  }

  private Role itemRole(Element element) {
    if (navigation) {
      return Role.TOC_ENTRY;
    }
    return isNote(element) ? Role.NOTE : Role.LIST_ITEM;
  }

  private static boolean isNote(Element element) {
    return element.name().equals("note") || types(element).stream().anyMatch(NOTES::contains);
  }

  private static boolean isNoteMark(Element element) {
    Optional<String> text = element.briefText().filter(brief -> !brief.isEmpty());
    if (text.isEmpty() || element.anyTag(tag -> tag.localName().equals("img"))) {
      return false;
    }
    return text.get().codePoints().noneMatch(Character::isLetter)
        || (types(element).contains("noteref") && text.get().length() <= LONGEST_NOTE_MARK);
  }

  /** A ruby that can be linked to is kept: its tags could not go. */
  private static Treatment ruby(Element element) {
    if (!element.isClosed() || element.anyTag(tag -> BLOCKS.contains(tag.localName()))) {
      return Treatment.of(Kind.INLINE);
    }
    boolean target = element.anyTag(tag -> isRuby(tag) && tag.attribute("id").isPresent());
    return target ? Treatment.outside(Kind.OPAQUE, "ruby") : Treatment.of(Kind.UNWRAPPED);
  }

  private static boolean isRuby(StartTag tag) {
    return switch (tag.localName()) {
      case "ruby", "rb", "rbc", "rt", "rp", "rtc" -> true;
      default -> false;
    };
  }
}
