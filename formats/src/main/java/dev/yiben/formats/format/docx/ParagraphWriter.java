package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.office.Merging;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.run.Paragraph.Markup;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.List;
import java.util.function.UnaryOperator;

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
    WordLanguage language = WordLanguage.of(merging.targetLanguage());
    return copy(target, language, resolved(merging.markup()), own -> own);
  }

  /** Returns markup as the view of the changes has it. */
  Markup resolved(Markup markup) {
    return new EditedMarkup(markup, Resolution.of(elements, changes));
  }

  /**
   * Returns the whole paragraph with a target.
   *
   * @param markup the part as this copy has it
   * @param properties makes of the paragraph's properties, as markup, those of this copy
   */
  String copy(
      CodedText target, WordLanguage language, Markup markup, UnaryOperator<String> properties) {
    String own = properties.apply(markup.of(last().contentStart(), head()));
    return startTag(markup) + turned(own, language) + runs(target, language, markup) + endTag();
  }

  /** Returns the paragraph's runs, and what stands among them, with a target. */
  String runs(CodedText target, WordLanguage language, Markup markup) {
    RunLanguage runs = new RunLanguage(look, last(), language, target.plainText());
    return paragraph.write(target, new WordDialect(last().prefix(), runs), markup);
  }

  private String turned(String own, WordLanguage language) {
    if (!turnsFor(language)) {
      return own;
    }
    PropertyList list = PropertyList.ofParagraph(last().prefix(), own);
    list.set("bidi", language.isRightToLeft());
    return list.markup();
  }

  /** Returns whether text of a language runs another way than the paragraph does. */
  boolean turnsFor(WordLanguage language) {
    return look.styles().paragraph(last()).isOn("bidi") != language.isRightToLeft();
  }

  private String startTag(Markup markup) {
    String tag = markup.of(last().start(), last().contentStart());
    return last().isEmptyTag() ? tag.substring(0, tag.lastIndexOf('/')) + ">" : tag;
  }

  /** Returns the end tag. */
  String endTag() {
    if (last().isEmptyTag()) {
      return "</" + last().tag().name() + ">";
    }
    return part.substring(last().contentEnd(), last().end());
  }

  /** Returns the offset after the paragraph's properties. */
  int head() {
    return last().child(Namespaces.WORD, "pPr").map(XmlElement::end).orElse(last().contentStart());
  }

  int start() {
    return elements.get(0).start();
  }

  int end() {
    return last().end();
  }

  /** Returns the element whose properties the paragraph has. */
  XmlElement last() {
    return elements.get(elements.size() - 1);
  }
}
