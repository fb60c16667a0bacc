package dev.yiben.formats.format.docx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StylesTest {
  private static final String ROOT = "<w:%1$s xmlns:w='" + Namespaces.WORD + "'>%2$s</w:%1$s>";

  private static Styles styles(String content) {
    return Styles.read(Optional.of(XmlText.read(ROOT.formatted("styles", content))));
  }

  private static XmlElement paragraph(String content) {
    return XmlText.read(ROOT.formatted("p", content)).root();
  }

  private static boolean isHidden(Styles styles, String style, String run) {
    XmlElement paragraph =
        paragraph(
            "<w:pPr><w:pStyle w:val='%s'/></w:pPr><w:r><w:rPr>%s</w:rPr></w:r>"
                .formatted(style, run));
    return styles.isOn(
        "vanish", paragraph.children().get(1).child(Namespaces.WORD, "rPr"), paragraph);
  }

  @Test
  void inheritsFromBasesAndDefaults() {
    Styles styles =
        styles(
            """
            <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='fr-FR'/><w:rFonts w:eastAsiaTheme=\
            'minorEastAsia' w:ascii='Arial'/></w:rPr></w:rPrDefault></w:docDefaults>\
            <w:style w:type='paragraph' w:styleId='a' w:default='1'><w:pPr><w:bidi/></w:pPr></w:style>\
            <w:style w:type='paragraph' w:styleId='b'><w:name w:val='Heading 1'/><w:basedOn w:val='a'/>\
            <w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:rFonts w:ascii='Times'/></w:rPr></w:style>\
            """);
    XmlElement heading = paragraph("<w:pPr><w:pStyle w:val='b'/></w:pPr>");

    assertThat(styles.ofParagraph(heading).name()).isEqualTo("heading 1");
    assertThat(styles.paragraph(heading).value("outlineLvl")).contains("0");
    assertThat(styles.paragraph(heading).isOn("bidi")).isTrue();
    assertThat(styles.run(Optional.empty(), heading).values())
        .containsEntry("lang@val", "fr-FR")
        .containsEntry("rFonts@ascii", "Times")
        .containsEntry("rFonts@eastAsia", "+minorEastAsia");
    assertThat(styles.paragraph(paragraph("")).isOn("bidi")).isTrue();
  }

  @Test
  void letsTheRunDecideWhatItsStylesToggle() {
    Styles styles =
        styles(
            """
            <w:style w:type='paragraph' w:styleId='p'><w:rPr><w:vanish/></w:rPr></w:style>\
            <w:style w:type='character' w:styleId='c'><w:rPr><w:vanish/></w:rPr></w:style>\
            """);

    assertThat(isHidden(styles, "", "")).isFalse();
    assertThat(isHidden(styles, "", "<w:vanish/>")).isTrue();
    assertThat(isHidden(styles, "", "<w:vanish w:val='false'/>")).isFalse();
    assertThat(isHidden(styles, "", "<w:rStyle w:val='c'/>")).isTrue();
    assertThat(isHidden(styles, "p", "")).isTrue();
    assertThat(isHidden(styles, "p", "<w:vanish w:val='0'/>")).isFalse();
    assertThat(isHidden(styles, "p", "<w:rStyle w:val='c'/>")).as("both toggle").isFalse();
    assertThat(isHidden(styles, "", "<w:webHidden/>")).isFalse();
  }

  @Test
  void endsWhereStylesAreBasedOnEachOther() {
    Styles styles =
        styles(
            """
            <w:style w:type='paragraph' w:styleId='a'><w:basedOn w:val='b'/></w:style>\
            <w:style w:type='paragraph' w:styleId='b'><w:name w:val='B'/><w:basedOn w:val='a'/>\
            <w:pPr><w:bidi/></w:pPr></w:style>\
            """);

    XmlElement paragraph = paragraph("<w:pPr><w:pStyle w:val='a'/></w:pPr>");
    assertThat(styles.paragraph(paragraph).isOn("bidi")).isTrue();
  }
}
