package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.office.Merging;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph.Markup;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes paragraphs in two languages.
 *
 * <p>The translation is a paragraph of its own in the same style, below or above its source or
 * beside it in a table. In headings it is a line of the same paragraph, so that a table of contents
 * and the numbering have them once; so it is where there may be but one paragraph.
 */
final class TwoLanguages {
  /** What says where a section ends; the last copy has it. */
  private static final String SECTION = "sectPr";

  /** Attributes that name a paragraph; that of a comment's last paragraph names the comment. */
  private static final Set<String> NAMES = Set.of("paraId", "textId");

  /** Controls whose content is one paragraph (17.5.2), or what some data say. */
  private static final Set<String> SINGLE =
      Set.of("comboBox", "dataBinding", "date", "dropDownList", "text");

  private final Layout layout;
  private final Look look;
  private final SideTables tables;

  private TwoLanguages(Layout layout, Look look, SideTables tables) {
    this.layout = layout;
    this.look = look;
    this.tables = tables;
  }

  /** Returns what writes the paragraphs of a part. */
  static TwoLanguages of(Layout layout, Look look, XmlText part) {
    boolean side = layout == Layout.BILINGUAL_SIDE;
    return new TwoLanguages(layout, look, side ? SideTables.of(part) : SideTables.nowhere());
  }

  /** Returns what writes a paragraph in both languages. */
  TextUnit.Writer writer(ParagraphWriter paragraph, SegmentId id, Role role) {
    XmlElement element = paragraph.last();
    if (paragraph.elements().size() == 1) {
      if (role == Role.HEADING || isSingle(element)) {
        return (target, merging) -> lines(paragraph, target, merging);
      }
      if (layout == Layout.BILINGUAL_SIDE && tables.takes(element)) {
        tables.add(element, id);
        return (target, merging) ->
            tables.row(
                element,
                first(paragraph, merging.markup()),
                second(paragraph, target, merging),
                merging);
      }
    }
    return (target, merging) ->
        layout == Layout.BILINGUAL_ABOVE
            ? first(paragraph, target, merging) + second(paragraph, merging.markup())
            : first(paragraph, merging.markup()) + second(paragraph, target, merging);
  }

  private static WordLanguage language(Merging merging) {
    return WordLanguage.of(merging.targetLanguage());
  }

  private static boolean isSingle(XmlElement paragraph) {
    return paragraph
        .parent()
        .filter(parent -> parent.is(Namespaces.WORD, "sdtContent"))
        .flatMap(XmlElement::parent)
        .flatMap(control -> control.child(Namespaces.WORD, "sdtPr"))
        .filter(
            properties ->
                properties.children().stream().anyMatch(child -> SINGLE.contains(child.local())))
        .isPresent();
  }

  /** Returns a paragraph of two lines. */
  private String lines(ParagraphWriter paragraph, CodedText target, Merging merging) {
    XmlElement element = paragraph.last();
    Markup own = merging.markup();
    Markup once = new EditedMarkup(own, OnlyOnce.patches(paragraph.elements()));
    String lineBreak = "<%1$sr><%1$sbr/></%1$sr>".formatted(element.prefix());
    String properties = own.of(element.start(), paragraph.head());
    boolean targetFirst = layout == Layout.BILINGUAL_ABOVE;
    Markup source = targetFirst ? once : own;
    String sourceLine = source.of(paragraph.head(), element.contentEnd());
    String targetLine =
        paragraph.runs(target, language(merging), paragraph.resolved(targetFirst ? own : once));
    return properties
        + (targetFirst ? targetLine : sourceLine)
        + lineBreak
        + (targetFirst ? sourceLine : targetLine)
        + paragraph.endTag();
  }

  /** Returns the source as the first copy. */
  private String first(ParagraphWriter paragraph, Markup markup) {
    List<Patch> patches = names(paragraph.last());
    paragraph
        .last()
        .child(Namespaces.WORD, "pPr")
        .flatMap(properties -> properties.child(Namespaces.WORD, SECTION))
        .ifPresent(section -> patches.add(new Patch(section.start(), section.end(), "")));
    return new EditedMarkup(markup, patches).of(paragraph.start(), paragraph.end());
  }

  /** Returns the target as the first copy. */
  private String first(ParagraphWriter paragraph, CodedText target, Merging merging) {
    Markup named = paragraph.resolved(merging.markup());
    Markup markup = new EditedMarkup(named, names(paragraph.last()));
    return paragraph.copy(target, language(merging), markup, own -> withoutSection(paragraph, own));
  }

  private static String withoutSection(ParagraphWriter paragraph, String properties) {
    PropertyList list = PropertyList.ofParagraph(paragraph.last().prefix(), properties);
    list.remove(SECTION);
    return list.markup();
  }

  /** Returns the source as the second copy. */
  private String second(ParagraphWriter paragraph, Markup markup) {
    List<Patch> patches = new ArrayList<>(OnlyOnce.patches(paragraph.elements()));
    for (XmlElement element : paragraph.elements()) {
      Optional<XmlElement> properties = element.child(Namespaces.WORD, "pPr");
      int start = properties.map(XmlElement::start).orElse(element.contentStart());
      int end = properties.map(XmlElement::end).orElse(element.contentStart());
      patches.add(new Patch(start, end, continued(element, markup.of(start, end))));
    }
    return new EditedMarkup(markup, patches).of(paragraph.start(), paragraph.end());
  }

  /** Returns the target as the second copy. */
  private String second(ParagraphWriter paragraph, CodedText target, Merging merging) {
    Markup once = new EditedMarkup(merging.markup(), OnlyOnce.patches(paragraph.elements()));
    return paragraph.copy(
        target,
        language(merging),
        paragraph.resolved(once),
        own -> continued(paragraph.last(), own));
  }

  /** Returns the properties of a paragraph that goes on with what the one before has begun. */
  private String continued(XmlElement paragraph, String own) {
    PropertyList list = PropertyList.ofParagraph(paragraph.prefix(), own);
    Properties all = look.styles().paragraph(paragraph);
    if (all.isOn("pageBreakBefore")) {
      list.set("pageBreakBefore", false);
    }
    String number = all.value("numPr").orElse("");
    if (!number.isEmpty() && !number.equals("0")) {
      look.indents().continueItem(number, paragraph, look.styles().ofParagraph(paragraph), list);
    }
    return list.markup();
  }

  private static List<Patch> names(XmlElement paragraph) {
    List<Patch> patches = new ArrayList<>();
    for (Attribute attribute : paragraph.tag().attributes()) {
      String name = attribute.name();
      int end = attribute.valueEnd() + 1;
      if (NAMES.contains(name.substring(name.indexOf(':') + 1))) {
        patches.add(new Patch(attribute.start() - 1, end, ""));
      }
    }
    return patches;
  }
}
