package dev.yiben.formats.splice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1252", "GB18030", "Big5"})
  void givesTheSameBytesWithoutPatches(String charset) {
    byte[] bytes = "one\r\ntwo\n\ttail".getBytes(Charset.forName(charset));
    assertThat(read(bytes, Charset.forName(charset)).splice(List.of())).isEqualTo(bytes);
  }

  @Test
  void keepsTheByteOrderMarkOutOfTheTextAndInTheFile() {
    byte[] bytes = "\uFEFFabc".getBytes(UTF_8);
    SourceText source = read(bytes, UTF_8);
    assertThat(source.text()).isEqualTo("abc");
    assertThat(source.hasByteOrderMark()).isTrue();
    assertThat(source.splice(List.of(new Patch(1, 2, "é")))).isEqualTo("\uFEFFaéc".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void keepsByteOrderMarksOfEveryKind(String charset) {
    byte[] bytes = "\uFEFFabc".getBytes(Charset.forName(charset));
    SourceText source = read(bytes, Charset.forName(charset));
    assertThat(source.text()).isEqualTo("abc");
    assertThat(source.splice(List.of())).isEqualTo(bytes);
  }

  @Test
  void knowsWhichCharactersItCanWrite() {
    SourceText japanese = read("灯台".getBytes(WINDOWS_31J), WINDOWS_31J);
    assertThat(japanese.canEncode("灯 ≪≫ ab")).isTrue();
    assertThat(japanese.canEncode("é")).isFalse();
    // The JDK would write them as ≪ and ≫.
    assertThat(japanese.canEncode("«»")).isFalse();
  }

  @Test
  void takesOnlyOneByteOrderMarkOff() {
    byte[] bytes = "\uFEFF\uFEFFabc".getBytes(UTF_8);
    assertThat(read(bytes, UTF_8).text()).isEqualTo("\uFEFFabc");
    assertThat(read(bytes, UTF_8).splice(List.of())).isEqualTo(bytes);
  }

  @Test
  void readsUtf16InTheOrderOfItsMark() {
    byte[] little = "\uFEFFab".getBytes(UTF_16LE);
    assertThat(read(little, UTF_16).charset()).isEqualTo(UTF_16LE);
    assertThat(read(little, UTF_16).splice(List.of())).isEqualTo(little);
    byte[] unmarked = "ab".getBytes(UTF_16BE);
    assertThat(read(unmarked, UTF_16).text()).isEqualTo("ab");
    assertThat(read(unmarked, UTF_16).splice(List.of())).isEqualTo(unmarked);
  }

  @Test
  void knowsTheMarksOfUnicode() {
    assertThat(SourceText.markedCharset("\uFEFFa".getBytes(UTF_8))).contains(UTF_8);
    assertThat(SourceText.markedCharset("\uFEFFa".getBytes(UTF_16LE))).contains(UTF_16LE);
    assertThat(SourceText.markedCharset("\uFEFFa".getBytes(UTF_16BE))).contains(UTF_16BE);
    Charset utf32 = Charset.forName("UTF-32LE");
    assertThat(SourceText.markedCharset("\uFEFFa".getBytes(utf32))).contains(utf32);
    assertThat(SourceText.markedCharset("a".getBytes(UTF_8))).isEmpty();
    assertThat(SourceText.markedCharset(new byte[0])).isEmpty();
  }

  @Test
  void refusesBytesThatWouldNotComeBack() {
    assertThat(SourceText.decode(new byte[] {'a', (byte) 0xE9}, UTF_8)).isEmpty();
    assertThat(SourceText.decode(new byte[] {0, 'a', 0}, UTF_16BE)).isEmpty();
    // 0x81 has no meaning in windows-1252.
    assertThat(SourceText.decode(new byte[] {(byte) 0x81}, Charset.forName("windows-1252")))
        .isEmpty();
    // An escape sequence that changes nothing is not written again.
    byte[] redundant = {0x1B, '(', 'B', 'a'};
    assertThat(SourceText.decode(redundant, Charset.forName("ISO-2022-JP"))).isEmpty();
  }

  @Test
  void appliesPatchesInAnyOrder() {
    SourceText source = read("abcdef".getBytes(UTF_8), UTF_8);
    byte[] spliced =
        source.splice(
            List.of(
                new Patch(6, 6, "!"),
                new Patch(2, 4, ""),
                new Patch(1, 1, "x"),
                new Patch(1, 1, "y"),
                new Patch(1, 2, "B")));
    assertThat(new String(spliced, UTF_8)).isEqualTo("axyBef!");
  }

  @Test
  void refusesOverlapsAndRangesOutside() {
    SourceText source = read("abcdef".getBytes(UTF_8), UTF_8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> source.splice(List.of(new Patch(0, 3, ""), new Patch(2, 4, ""))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> source.splice(List.of(new Patch(5, 7, ""))));
    assertThatIllegalArgumentException().isThrownBy(() -> new Patch(3, 2, ""));
  }

  @Test
  void tellsWhatItsCharsetCannotWrite() {
    SourceText source = read("caf\u00E9".getBytes(ISO_8859_1), ISO_8859_1);
    assertThat(source.canEncode("é")).isTrue();
    assertThat(source.canEncode("中")).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> source.splice(List.of(new Patch(0, 1, "中"))))
        .withMessageContaining("ISO-8859-1");
    assertThat(source.in(UTF_8, true).splice(List.of(new Patch(0, 3, "中"))))
        .isEqualTo("\uFEFF中é".getBytes(UTF_8));
  }

  private static SourceText read(byte[] bytes, Charset charset) {
    return SourceText.decode(bytes, charset).orElseThrow();
  }
}
