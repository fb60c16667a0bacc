package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.office.Merging;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.run.Paragraph.Markup;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.List;

/**
 * Writes a paragraph ({@code w:p}) in another language.
 *
 * @param part the part that the paragraph is in
 * @param elements the paragraph's; more than one where only marks of changes part them, of which
 *     the last has the properties of all (ISO/IEC 29500-1, 17.13.5.15)
 * @param paragraph its text
 * @param changes the view that was read
 * @param look what decides how the paragraph looks
 */
record ParagraphWriter(
    String part, List<XmlElement> elements, Paragraph paragraph, TrackedChanges changes, Look look)
    implements TextUnit.Writer {

  @Override
  public String write(CodedText target, Merging merging) {
    List<Patch> resolved = Resolution.of(elements, changes);
    Markup markup = new EditedMarkup(merging.markup(), resolved);
    XmlElement last = last();
    int head = last.child(Namespaces.WORD, "pPr").map(XmlElement::end).orElse(last.contentStart());
    WordLanguage language = WordLanguage.of(merging.targetLanguage());
    return markup.of(last.start(), last.contentStart())
        + properties(markup.of(last.contentStart(), head), language)
        + paragraph.write(
            target,
            new WordDialect(
                last.prefix(), new RunLanguage(look, last, language, target.plainText())),
            markup)
        + part.substring(last.contentEnd(), last.end());
  }

  private String properties(String own, WordLanguage language) {
    if (!turnsFor(language)) {
      return own;
    }
    PropertyList list = new PropertyList(last().prefix(), "pPr", PropertyList.PARAGRAPH, own);
    list.set("bidi", language.isRightToLeft());
    return list.markup();
  }

  /** Returns whether text of a language runs another way than the paragraph does. */
  boolean turnsFor(WordLanguage language) {
    return look.styles().paragraph(last()).isOn("bidi") != language.isRightToLeft();
  }

  int start() {
    return elements.get(0).start();
  }

  int end() {
    return last().end();
  }

  private XmlElement last() {
    return elements.get(elements.size() - 1);
  }
}
