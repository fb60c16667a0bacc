package dev.yiben.formats.block;

import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The elements of web pages: those of books, forms, and what pages say of themselves. */
public final class HtmlVocabulary implements Vocabulary {
  /** What pages say of themselves to search engines and to those who link to them. */
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          "abstract",
          "dc.description",
          "dc.subject",
          "dc.title",
          "dcterms.abstract",
          "dcterms.description",
          "dcterms.subject",
          "dcterms.title",
          "description",
          "headline",
          "keywords",
          "og:description",
          "og:image:alt",
          "og:title",
          "twitter:description",
          "twitter:image:alt",
          "twitter:title");

  private static final Set<String> LABELLED = Set.of("menuitem", "optgroup", "option", "track");
  private static final Set<String> BUTTONS = Set.of("button", "reset", "submit");

  private static final Pattern TEMPLATE_CODE =
      Pattern.compile(
          "\\{\\{\\{?+[^{}]{0,1000}+\\}\\}\\}?+"
              + "|\\{%.{0,1000}?%\\}"
              + "|\\{#.{0,1000}?#\\}"
              + "|<%.{0,1000}?%>"
              + "|<\\?.{0,1000}?\\?>"
              + "|\\$\\{[^{}\\s]{1,200}+\\}",
          Pattern.DOTALL);

  private final XhtmlVocabulary book;
  private final String page;

  /**
   * Creates the vocabulary of one page.
   *
   * @param page its text, in which attributes have their values
   */
  public HtmlVocabulary(String page, RubyReadings readings) {
    this.page = page;
    this.book = XhtmlVocabulary.content(readings);
  }

  @Override
  public Set<String> rawElements() {
    return book.rawElements();
  }

  @Override
  public boolean isVoid(String localName) {
    return book.isVoid(localName);
  }

  @Override
  public Treatment treatment(Element element) {
    return book.treatment(element);
  }

  @Override
  public OptionalEndTags optionalEndTags() {
    return book.optionalEndTags();
  }

  @Override
  public boolean endsSegments(String localName) {
    return book.endsSegments(localName);
  }

  @Override
  public Set<String> textAttributes(StartTag tag) {
    return tag.attributes().stream()
        .filter(attribute -> isText(tag, attribute.name().toLowerCase(Locale.ROOT)))
        .map(Attribute::name)
        .collect(Collectors.toSet());
  }

  private boolean isText(StartTag tag, String attribute) {
    return switch (tag.localName()) {
      case "meta" -> attribute.equals("content") && isDescription(tag);
      case "base", "html", "link", "script", "style" -> false;
      case "input" -> attribute.equals("value") ? isButton(tag) : isText(attribute);
      case "table" -> attribute.equals("summary") || isText(attribute);
      default ->
          isText(attribute) || (attribute.equals("label") && LABELLED.contains(tag.localName()));
    };
  }

  private static boolean isText(String attribute) {
    return XhtmlVocabulary.TEXT_ATTRIBUTES.contains(attribute);
  }

  private boolean isDescription(StartTag tag) {
    return DESCRIPTIONS.contains(value(tag, "name").toLowerCase(Locale.ROOT))
        || DESCRIPTIONS.contains(value(tag, "property").toLowerCase(Locale.ROOT))
        || DESCRIPTIONS.contains(value(tag, "itemprop").toLowerCase(Locale.ROOT));
  }

  private boolean isButton(StartTag tag) {
    return BUTTONS.contains(value(tag, "type").toLowerCase(Locale.ROOT));
  }

  private String value(StartTag tag, String name) {
    return tag.attributes().stream()
        .filter(attribute -> attribute.name().equalsIgnoreCase(name))
        .findFirst()
        .map(attribute -> attribute.value(page).strip())
        .orElse("");
  }

  @Override
  public Optional<Pattern> templateCode() {
    return Optional.of(TEMPLATE_CODE);
  }
}
