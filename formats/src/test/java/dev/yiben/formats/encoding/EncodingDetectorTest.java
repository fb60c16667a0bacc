package dev.yiben.formats.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingDetectorTest {
  private static String cues(String text) {
    StringBuilder cues = new StringBuilder();
    int second = 10;
    for (String line : text.split("/", -1)) {
      cues.append("%d\r\n00:00:%d,000 --> 00:00:%d,500\r\n".formatted(second, second, ++second))
          .append(line.strip())
          .append("\r\n\r\n");
    }
    return cues.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GB18030 | 你在哪里？我一直在找你。 / 我们必须马上离开这里，他们来了。",
        "Big5 | 你在哪裡？我一直在找你。 / 我們必須馬上離開這裡，他們來了。",
        "windows-31j | どこにいるの？ずっと探していたんだ。 / 今すぐここを出なければならない。",
        "EUC-JP | どこにいるの？ずっと探していたんだ。 / 今すぐここを出なければならない。",
        "EUC-KR | 어디 있어요? 계속 찾고 있었어요. / 지금 당장 여기를 떠나야 해요.",
        "windows-1250 | Gdzie jesteś? Szukałem cię. / Musimy natychmiast stąd wyjść. / Dziękuję.",
        "windows-1251 | Где ты? Я тебя искал. / Мы должны немедленно уйти. / Я не верю в это.",
        "KOI8-R | Где ты? Я тебя искал. / Мы должны немедленно уйти. / Я не верю в это.",
        "windows-1252 | Où es-tu ? Je t'ai cherché. / Nous devons partir, ça suffit. / Très bien.",
        "windows-1252 | Where are you? / The café’s light is bright tonight. / We must leave.",
        "windows-1253 | Πού είσαι; Σε έψαχνα. / Πρέπει να φύγουμε αμέσως. / Όχι, δεν πιστεύω.",
        "windows-1254 | Neredesin? Seni arıyordum. / Hemen buradan gitmeliyiz. / Teşekkürler.",
        "windows-1255 | איפה אתה? חיפשתי אותך. / אנחנו חייבים לעזוב מיד. / לא, אני לא מאמין.",
        "windows-1256 | أين أنت؟ كنت أبحث عنك. / يجب أن نغادر من هنا فورا. / لا أصدق ذلك.",
      })
  void tellsEncodingsFromLetters(String charset, String text) {
    DetectedText detected = EncodingDetector.decode(cues(text).getBytes(Charset.forName(charset)));
    assertThat(detected.source().text()).isEqualTo(cues(text));
    assertThat(detected.doubt()).get().asString().contains("a guess");
  }

  /** Lines of dialogue in 33 languages, in each of the encodings that they are written in. */
  static Stream<Arguments> languages() throws IOException {
    try (InputStream in = EncodingDetectorTest.class.getResourceAsStream("sentences.txt")) {
      return new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\\s*\\|\\s*"))
              .flatMap(
                  fields ->
                      Arrays.stream(fields[1].split(","))
                          .map(charset -> Arguments.of(fields[0], charset, fields[2])))
              .toList()
              .stream();
    }
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("languages")
  void tellsEncodingsOfShortAndLongSubtitles(String language, String charset, String lines) {
    String[] sentences = lines.split(" / ", -1);
    for (int count : new int[] {4, 10, 200}) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < count; i++) {
        int other = (i * 7 + i / sentences.length * 3 + 3) % sentences.length;
        text.append(sentences[i % sentences.length]);
        text.append(count > sentences.length ? " " + sentences[other] : "").append(" / ");
      }
      String expected = cues(language.equals("vi") ? withTonesApart(text) : text.toString());
      DetectedText detected = EncodingDetector.decode(expected.getBytes(Charset.forName(charset)));
      assertThat(detected.source().text()).as("%d cues", count).isEqualTo(expected);
      assertThat(detected.doubt()).get().asString().contains("a guess", "--encoding");
    }
  }

  /** Writes Vietnamese as windows-1258 can: letters with the marks of tones behind them. */
  private static String withTonesApart(CharSequence text) {
    StringBuilder apart = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String letter = Normalizer.normalize(text.subSequence(i, i + 1), Normalizer.Form.NFD);
      String tone = letter.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
      String base = letter.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
      apart.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tone);
    }
    return apart.toString();
  }

  @Test
  void believesWhoNamesTheEncoding() {
    byte[] bytes = cues("Где ты?").getBytes(Charset.forName("KOI8-R"));
    Charset named = Charset.forName("windows-1251");
    DetectedText known = EncodingDetector.decode(bytes, named).orElseThrow();
    assertThat(known.source().charset()).isEqualTo(named);
    assertThat(known.source().splice(List.of())).isEqualTo(bytes);
    assertThat(known.doubt()).isEmpty();
  }

  @Test
  void believesAByteOrderMarkMore() {
    byte[] bytes = ("\uFEFF" + cues("Где ты?")).getBytes(UTF_8);
    DetectedText known =
        EncodingDetector.decode(bytes, Charset.forName("windows-1251")).orElseThrow();
    assertThat(known.source().charset()).isEqualTo(UTF_8);
  }

  @Test
  void findsNothingInAnEncodingThatTheBytesAreNotIn() {
    byte[] bytes = cues("Où es-tu ?").getBytes(Charset.forName("windows-1252"));
    assertThat(EncodingDetector.decode(bytes, UTF_8)).isEmpty();
    assertThat(EncodingDetector.decode(bytes, Charset.forName("windows-1252"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void isSureOfUnicodeWithAndWithoutAMark(String charset) {
    for (String mark : List.of("", "\uFEFF")) {
      String text = cues("你在哪里？ / Где ты?");
      DetectedText detected =
          EncodingDetector.decode((mark + text).getBytes(Charset.forName(charset)));
      assertThat(detected.source().text()).isEqualTo(text);
      assertThat(detected.source().charset()).isEqualTo(Charset.forName(charset));
      assertThat(detected.source().hasByteOrderMark()).isEqualTo(!mark.isEmpty());
      assertThat(detected.doubt()).isEmpty();
    }
  }

  @Test
  void takesAsciiForUtf8() {
    DetectedText detected = EncodingDetector.decode(cues("Where are you?").getBytes(UTF_8));
    assertThat(detected.source().charset()).isEqualTo(UTF_8);
    assertThat(detected.doubt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"你在哪里？我一直在找你。", "Où es-tu ? Déjà là, à côté.", "Где ты, мы тебя искали? 𝄞"})
  void readsDamagedUtf8AroundTheDamage(String line) {
    byte[] sound = cues(line).getBytes(UTF_8);
    for (int at = 0; at < sound.length; at++) {
      byte[] damaged = sound.clone();
      damaged[at] = (byte) 0xFF;
      DetectedText detected = EncodingDetector.decode(damaged);
      assertThat(detected.doubt()).get().asString().contains("damaged");
      assertThat(detected.source().splice(List.of())).isEqualTo(damaged);
      assertThat(detected.source().text().replaceAll("\\p{Cs}", ""))
          .hasSizeGreaterThanOrEqualTo(cues(line).length() - 2);
    }
  }

  @Test
  void readsUtf8ThatIsCutInsideOfACharacter() {
    byte[] sound = "Wo? 你在哪里".getBytes(UTF_8);
    DetectedText detected = EncodingDetector.decode(Arrays.copyOf(sound, sound.length - 1));
    assertThat(detected.source().text()).startsWith("Wo? 你在哪").hasSize(9);
    assertThat(detected.source().canEncode("灯塔 𝄞")).isTrue();
    assertThat(detected.source().canEncode("\uD834")).isFalse();
  }

  @Test
  void decodesAnyBytesWithoutLoss() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      assertThat(EncodingDetector.decode(bytes).source().splice(List.of())).isEqualTo(bytes);
    }
  }
}
