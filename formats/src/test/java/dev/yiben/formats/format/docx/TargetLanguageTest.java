package dev.yiben.formats.format.docx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.OfficeOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a translated run, paragraph and table becomes that of the target language. */
final class TargetLanguageTest {
  private static final String MAIN = "word/document.xml";
  private static final String THEME =
      """
      <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>\
      <a:fontScheme name="Office"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/>\
      <a:font script="Hans" typeface="黑体"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/>\
      <a:ea typeface=""/><a:font script="Jpan" typeface="ＭＳ 明朝"/>\
      <a:font script="Hans" typeface="宋体"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>""";
  private static final String DEFAULTS =
      """
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" \
      w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/><w:szCs w:val="22"/>\
      <w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>""";

  @TempDir Path folder;

  private WordPackage themed(String body, String styles, String settings) {
    return WordPackage.of(body)
        .part(MAIN, "styles", "word/styles.xml", "styles", DEFAULTS + styles)
        .part(MAIN, "settings", "word/settings.xml", "settings", settings)
        .relate(MAIN, "theme", "word/theme/theme1.xml")
        .raw(
            "word/theme/theme1.xml",
            "application/vnd.openxmlformats-officedocument.theme+xml",
            THEME);
  }

  private static String run(String properties) {
    return "<w:p><w:r><w:rPr>" + properties + "</w:rPr><w:t>Lamp</w:t></w:r></w:p>";
  }

  private static String written(String properties, String target) {
    return "<w:p><w:r><w:rPr>%s</w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>"
        .formatted(properties, target);
  }

  private String body(WordPackage word, String language, String target) throws IOException {
    return TranslatedWord.of(
            word.write(folder.resolve("a.docx")), OfficeOptions.DEFAULT, language, text -> target)
        .body();
  }

  @Test
  void tellsTheLanguageOfTranslatedRunsAlone() throws IOException {
    TranslatedWord word =
        TranslatedWord.of(
            WordPackage.of(run("<w:b/><w:lang w:val=\"en-GB\" w:bidi=\"he-IL\"/>") + run(""))
                .write(folder.resolve("a.docx")),
            OfficeOptions.DEFAULT,
            "de",
            text -> "Lampe");

    assertThat(word.body())
        .isEqualTo(
            written("<w:b/><w:lang w:bidi=\"he-IL\" w:val=\"de-DE\"/>", "Lampe")
                + written("<w:lang w:val=\"de-DE\"/>", "Lampe"));
  }

  @Test
  void saysNothingThatTheStylesSayAlready() throws IOException {
    String styles =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='de-DE'/></w:rPr></w:rPrDefault></w:docDefaults>";
    WordPackage word =
        WordPackage.of(run("<w:b/>")).part(MAIN, "styles", "word/styles.xml", "styles", styles);

    assertThat(body(word, "de", "Lampe")).isEqualTo(written("<w:b/>", "Lampe"));
  }

  @Test
  void takesTheThemesFontForChineseWhereNoneIsTold() throws IOException {
    String plain =
        "<w:rFonts w:eastAsia=\"宋体\" w:hint=\"eastAsia\"/><w:lang w:eastAsia=\"zh-CN\"/>";

    assertThat(body(themed(run(""), "", ""), "zh", "灯")).isEqualTo(written(plain, "灯"));
    assertThat(
            body(
                themed(
                    run("<w:rStyle w:val=\"x\"/><w:rFonts w:ascii=\"Arial\"/><w:b/><w14:glow/>"),
                    "",
                    ""),
                "zh-Hans",
                "灯"))
        .isEqualTo(
            written(
                "<w:rStyle w:val=\"x\"/><w:rFonts w:ascii=\"Arial\" w:eastAsia=\"宋体\" w:hint=\"eastAsia\"/>"
                    + "<w:b/><w:lang w:eastAsia=\"zh-CN\"/><w14:glow/>",
                "灯"));
    assertThat(
            body(themed(run("<w:rFonts w:eastAsiaTheme=\"majorEastAsia\"/>"), "", ""), "zh", "灯"))
        .contains("<w:rFonts w:eastAsia=\"黑体\" w:hint=\"eastAsia\"/>");
    assertThat(body(themed(run(""), "", ""), "zh-TW", "燈"))
        .contains("w:eastAsia=\"PMingLiU\"", "<w:lang w:eastAsia=\"zh-TW\"/>");
    assertThat(body(themed(run(""), "", ""), "ja", "ランプ"))
        .contains("w:eastAsia=\"ＭＳ 明朝\"", "<w:lang w:eastAsia=\"ja-JP\"/>");
    assertThat(body(themed(run(""), "", ""), "ko", "등불"))
        .contains("w:eastAsia=\"Malgun Gothic\"", "<w:lang w:eastAsia=\"ko-KR\"/>");
  }

  @Test
  void keepsAFontThatHasTheCharacters() throws IOException {
    String hint = "<w:rFonts w:hint=\"eastAsia\"/><w:lang w:eastAsia=\"zh-CN\"/>";
    String style =
        """
        <w:style w:type="paragraph" w:default="1" w:styleId="n"><w:rPr><w:rFonts w:eastAsia="楷体"/>\
        </w:rPr></w:style>""";
    String chinese = "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>";
    String japanese = "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"ja-JP\"/>";

    assertThat(body(themed(run(""), style, ""), "zh", "灯")).isEqualTo(written(hint, "灯"));
    assertThat(body(themed(run(""), "", chinese), "zh", "灯")).isEqualTo(written(hint, "灯"));
    assertThat(body(themed(run(""), "", japanese), "zh", "灯")).contains("w:eastAsia=\"宋体\"");
    assertThat(body(themed(run("<w:rFonts w:eastAsia=\"MS Mincho\"/>"), "", ""), "zh", "灯"))
        .contains("w:eastAsia=\"宋体\"");
    assertThat(body(themed(run("<w:rFonts w:eastAsia=\"MS Mincho\"/>"), "", ""), "ja", "灯"))
        .contains("<w:rFonts w:eastAsia=\"MS Mincho\" w:hint=\"eastAsia\"/>");
  }

  @Test
  void leavesFontsAloneWhereTheTextIsInAnotherScript() throws IOException {
    assertThat(body(themed(run("<w:b/>"), "", ""), "zh", "LAMP"))
        .isEqualTo(written("<w:b/><w:lang w:eastAsia=\"zh-CN\"/>", "LAMP"));
  }

  @Test
  void takesTheEastAsianHintFromLatinText() throws IOException {
    WordPackage word =
        WordPackage.of(
            run("<w:rFonts w:ascii=\"宋体\" w:hint=\"eastAsia\"/><w:lang w:eastAsia=\"zh-CN\"/>"));

    assertThat(body(word, "en", "Lamp's"))
        .isEqualTo(
            written(
                "<w:rFonts w:ascii=\"宋体\"/><w:lang w:eastAsia=\"zh-CN\" w:val=\"en-US\"/>",
                "Lamp's"));
  }

  @Test
  void turnsParagraphsRunsAndTables() throws IOException {
    String cell =
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"t\"/><w:tblW w:w=\"0\"/></w:tblPr><w:tr><w:tc>%s</w:tc></w:tr></w:tbl>";
    String bare = "<w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>";
    String run = "<w:r><w:rPr><w:b/><w:sz w:val=\"30\"/></w:rPr><w:t>Lamp</w:t></w:r>";
    WordPackage word =
        themed(
            cell.formatted("<w:p>" + run + "</w:p>")
                + "<w:p><w:pPr><w:keepNext/><w:jc w:val=\"left\"/></w:pPr>"
                + run
                + "</w:p>"
                + bare,
            "",
            "");
    String written =
        """
        <w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="30"/><w:szCs w:val="30"/><w:rtl/>\
        <w:lang w:bidi="he-IL"/></w:rPr><w:t xml:space="preserve">מנורה</w:t></w:r></w:p>""";

    assertThat(body(word, "he", "מנורה"))
        .isEqualTo(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"t\"/><w:bidiVisual/><w:tblW w:w=\"0\"/></w:tblPr><w:tr><w:tc>"
                + "<w:p><w:pPr><w:bidi/></w:pPr>"
                + written
                + "</w:tc></w:tr></w:tbl>"
                + "<w:p><w:pPr><w:keepNext/><w:bidi/><w:jc w:val=\"left\"/></w:pPr>"
                + written
                + bare);
  }

  @Test
  void leavesTextThatRunsThatWayAlready() throws IOException {
    String style =
        """
        <w:style w:type="paragraph" w:default="1" w:styleId="n"><w:pPr><w:bidi/></w:pPr><w:rPr><w:rtl/>\
        <w:lang w:bidi="ar-EG"/></w:rPr></w:style>""";
    WordPackage word =
        WordPackage.of(run("<w:b/>")).part(MAIN, "styles", "word/styles.xml", "styles", style);

    assertThat(body(word, "fa", "چراغ"))
        .isEqualTo(written("<w:b/><w:lang w:bidi=\"fa-IR\"/>", "چراغ"));
  }

  @Test
  void turnsTextFromRightToLeftBack() throws IOException {
    WordPackage word =
        WordPackage.of(
            "<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tr><w:tc><w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr>"
                + "<w:bCs/><w:szCs w:val=\"30\"/><w:rtl/></w:rPr><w:t>مصباح</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");

    assertThat(body(word, "en", "Lamp"))
        .isEqualTo(
            "<w:tbl><w:tblPr><w:bidiVisual w:val=\"0\"/></w:tblPr><w:tr><w:tc><w:p><w:pPr>"
                + "<w:bidi w:val=\"0\"/></w:pPr><w:r><w:rPr><w:b/><w:bCs/><w:sz w:val=\"30\"/>"
                + "<w:szCs w:val=\"30\"/><w:rtl w:val=\"0\"/><w:lang w:val=\"en-US\"/></w:rPr>"
                + "<w:t xml:space=\"preserve\">Lamp</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
  }

  @Test
  void takesFontsOfComplexScriptsForThai() throws IOException {
    assertThat(body(themed(run("<w:i/>"), "", ""), "th", "โคมไฟ"))
        .isEqualTo(written("<w:i/><w:iCs/><w:cs/><w:lang w:bidi=\"th-TH\"/>", "โคมไฟ"));
  }

  @Test
  void leavesStylesAndSettingsAsTheyAre() throws IOException {
    WordPackage word = themed(run(""), "", "<w:zoom w:percent=\"100\"/>");
    TranslatedWord translated =
        TranslatedWord.of(
            word.write(folder.resolve("a.docx")), OfficeOptions.DEFAULT, "zh", text -> "灯");

    assertThat(translated.parts().get("word/styles.xml")).contains(DEFAULTS);
    assertThat(translated.parts().get("word/settings.xml"))
        .endsWith("<w:zoom w:percent=\"100\"/></w:settings>");
    assertThat(translated.parts()).containsEntry("word/theme/theme1.xml", THEME);
  }

  @Test
  void knowsWhichFontsHaveWhichCharacters() {
    assertThat(EastAsianFonts.suits("ＭＳ Ｐゴシック", "Jpan")).isTrue();
    assertThat(EastAsianFonts.suits("@宋体", "Hans")).isTrue();
    assertThat(EastAsianFonts.suits("Noto Sans CJK SC", "Hans")).isTrue();
    assertThat(EastAsianFonts.suits("맑은 고딕", "Hang")).isTrue();
    assertThat(EastAsianFonts.suits("新細明體", "Hant")).isTrue();
    assertThat(EastAsianFonts.suits("新細明體", "Hans")).isFalse();
    assertThat(EastAsianFonts.suits("Times New Roman", "Hans")).isFalse();
    assertThat(EastAsianFonts.suits("", "Jpan")).isFalse();
  }
}
