package dev.yiben.formats.pdf.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontLibraryTest {
  private static final FontStyle SERIF_BOLD = new FontStyle(true, false, true, false);
  private static final FontStyle MONO_ITALIC = new FontStyle(false, true, false, true);

  private final FontLibrary fonts;

  FontLibraryTest() throws IOException {
    fonts = FontLibrary.bundled();
  }

  private List<String> names(String text, FontStyle style, String language) {
    return fonts.faces(text, style, language).stream()
        .map(run -> run.face().name() + ":" + run.text())
        .toList();
  }

  @Test
  void choosesFacesByStyle() {
    assertThat(names("Text", FontStyle.PLAIN, "en")).containsExactly("Arimo:Text");
    assertThat(names("Text", SERIF_BOLD, "en")).containsExactly("Tinos-Bold:Text");
    assertThat(names("Text", MONO_ITALIC, "en")).containsExactly("Cousine-Italic:Text");
  }

  @Test
  void fallsBackCharacterByCharacter() {
    assertThat(names("Ab 译文 cd", FontStyle.PLAIN, "zh"))
        .containsExactly("Arimo:Ab ", "WenQuanYiMicroHei:译文 ", "Arimo:cd");
  }

  @Test
  void takesQuotesFromTheHanFontInChineseAndFromTheLatinElse() {
    assertThat(names("“译文”", FontStyle.PLAIN, "zh")).containsExactly("WenQuanYiMicroHei:“译文”");
    assertThat(names("“Text” isn’t", FontStyle.PLAIN, "en")).containsExactly("Arimo:“Text” isn’t");
    assertThat(names("don’t", FontStyle.PLAIN, "zh")).containsExactly("Arimo:don’t");
  }

  @Test
  void drawsStylesThatAFontLacks() {
    FontFace bold = fonts.faces("译", SERIF_BOLD, "zh").get(0).face();
    assertThat(bold.weight()).isPositive();
    assertThat(bold.slant()).isZero();
    FontFace italic = fonts.faces("译", MONO_ITALIC, "zh").get(0).face();
    assertThat(italic.weight()).isZero();
    assertThat(italic.slant()).isPositive();
    assertThat(fonts.faces("a", SERIF_BOLD, "zh").get(0).face().weight()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The quick brown fox — “jumps” over €5 × 3 ≤ 20 °C… ½ → ★ ✓ ©",
        "Größe, façade, Łódź, Čeština, Türkçe, Íslenska",
        "Tiếng Việt: Quyền được giáo dục; Đường ỷ ỹ ậ ẵ",
        "Ελληνικά και ᾧ",
        "Русский, українська, Ђорђе",
        "简体中文，《标点》、“引号”——……",
        "繁體中文「標點」龍鳳",
        "日本語ひらがなカタカナ、々〆ー",
        "한국어 뷁 힣",
        "العربية: السلام عليكم، لا ﷲ",
        "فارسی: پنج گچ ژاله",
        "עברית",
        "a\u00ADb\u200Bc\u2060d\uFE0F\n\t"
      })
  void writesLanguagesWithNothingInstalled(String text) {
    assertThat(fonts.obstacle(text)).isEmpty();
  }

  @Test
  void namesTheCharacterThatNoFontHas() {
    assertThat(fonts.obstacle("a\uE123")).contains("no font has \uE123 (U+E123)");
  }

  @Test
  void takesCharactersThatLookTheSameWhereNoFontHasOne() {
    assertThat(fonts.obstacle("𝑨")).isEmpty();
    FontFace face = fonts.faces("𝑨", FontStyle.PLAIN, "en").get(0).face();
    assertThat(face.advance("𝑨".codePointAt(0))).isEqualTo(face.advance('A'));
  }

  @Test
  void givesNoRoomToWhatCannotBeSeen() {
    FontFace face = fonts.faces("a", FontStyle.PLAIN, "en").get(0).face();
    assertThat(face.advance('a')).isPositive();
    assertThat(face.advance(0x200B)).isZero();
    assertThat(face.advance('\n')).isZero();
  }

  @Test
  void prefersFontsThatAreNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.ttf");
    try (var in = FontLibrary.class.getResourceAsStream("Tinos-Bold.ttf")) {
      Files.copy(in, file);
    }
    FontLibrary own = FontLibrary.of(List.of(file), List.of());
    assertThat(own.faces("a", FontStyle.PLAIN, "zh"))
        .extracting(run -> run.face().name())
        .containsExactly("Tinos-Bold");
    assertThat(own.faces("a译", FontStyle.PLAIN, "zh")).hasSize(2);
  }

  @Test
  void saysWhichFontCannotBeRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.ttf"), "no font");
    assertThatThrownBy(() -> FontLibrary.of(List.of(file), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken.ttf")
        .hasMessageContaining("cannot be used");
  }
}
