package dev.yiben.formats.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.yiben.formats.splice.SourceText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes text files that do not say how they are encoded.
 *
 * <p>A byte order mark decides; else UTF-16 and UTF-32 show by their zero bytes, and what is valid
 * UTF-8, or is but for some damaged places, is UTF-8. The rest is guessed from the lines that are
 * not ASCII: by the letters of the languages that are written in an encoding, and by ICU. Only
 * encodings count that give the same bytes again.
 */
public final class EncodingDetector {
  private static final int SAMPLE_BYTES = 8000;

  /** In text of other encodings, hardly a byte that is not ASCII is by chance valid UTF-8. */
  private static final int STRAY_BYTES_RATIO = 4;

  /** What certainty by frequencies is worth beside letters that are all known. */
  private static final double FREQUENCY_WEIGHT = 0.5;

  /**
   * How to read what ICU names. The encodings of Windows come first where they extend the standard
   * ones: files that claim the latter mostly are the former.
   */
  private static final Map<String, List<String>> CHARSETS =
      Map.ofEntries(
          Map.entry("GB18030", List.of("GB18030")),
          Map.entry("Big5", List.of("Big5", "x-windows-950", "Big5-HKSCS")),
          Map.entry("Shift_JIS", List.of("windows-31j", "Shift_JIS")),
          Map.entry("EUC-JP", List.of("EUC-JP")),
          Map.entry("EUC-KR", List.of("x-windows-949", "EUC-KR")),
          Map.entry("KOI8-R", List.of("KOI8-R")),
          Map.entry("windows-1250", List.of("windows-1250")),
          Map.entry("windows-1251", List.of("windows-1251")),
          Map.entry("windows-1252", List.of("windows-1252")),
          Map.entry("windows-1253", List.of("windows-1253")),
          Map.entry("windows-1254", List.of("windows-1254")),
          Map.entry("windows-1255", List.of("windows-1255")),
          Map.entry("windows-1256", List.of("windows-1256")),
          Map.entry("ISO-8859-1", List.of("windows-1252")),
          Map.entry("ISO-8859-2", List.of("ISO-8859-2", "windows-1250")),
          Map.entry("ISO-8859-5", List.of("ISO-8859-5")),
          Map.entry("ISO-8859-6", List.of("ISO-8859-6", "windows-1256")),
          Map.entry("ISO-8859-7", List.of("windows-1253", "ISO-8859-7")),
          Map.entry("ISO-8859-8", List.of("windows-1255", "ISO-8859-8")),
          Map.entry("ISO-8859-8-I", List.of("windows-1255", "ISO-8859-8")),
          Map.entry("ISO-8859-9", List.of("windows-1254", "ISO-8859-9")));

  private EncodingDetector() {}

  /** Decodes a file; there always is an encoding that gives the same bytes again. */
  public static DetectedText decode(byte[] bytes) {
    Optional<SourceText> sure =
        unicode(bytes)
            .flatMap(charset -> SourceText.decode(bytes, charset))
            .or(() -> SourceText.decode(bytes, UTF_8));
    if (sure.isPresent()) {
      return new DetectedText(sure.get(), Optional.empty());
    }
    Optional<SourceText> damaged =
        SourceText.decode(bytes, new StrayByteUtf8()).filter(EncodingDetector::isMostlyUtf8);
    if (damaged.isPresent()) {
      return new DetectedText(
          damaged.get(),
          Optional.of("the UTF-8 text is damaged in places; its bytes there stay as they are"));
    }
    SourceText guess = guess(bytes);
    return new DetectedText(
        guess,
        Optional.of(
            "read as %s, a guess; if the text is garbled, name its encoding with --encoding"
                .formatted(guess.charset())));
  }

  /**
   * Decodes a file whose encoding is known; a byte order mark, which no text begins with by chance,
   * knows better.
   *
   * @return nothing if the file is not in that encoding
   */
  public static Optional<DetectedText> decode(byte[] bytes, Charset known) {
    return SourceText.markedCharset(bytes)
        .flatMap(marked -> SourceText.decode(bytes, marked))
        .or(() -> SourceText.decode(bytes, known))
        .map(source -> new DetectedText(source, Optional.empty()));
  }

  private static boolean isMostlyUtf8(SourceText source) {
    long stray = source.text().codePoints().filter(StrayByteUtf8::isStray).count();
    long inCharacters =
        source
            .text()
            .codePoints()
            .filter(c -> c >= 0x80 && !StrayByteUtf8.isStray(c))
            .mapToLong(StrayByteUtf8::length)
            .sum();
    return stray * STRAY_BYTES_RATIO <= inCharacters;
  }

  /**
   * Returns the encoding of Unicode that the first bytes of a file show by a byte order mark or by
   * zero bytes.
   */
  public static Optional<Charset> unicode(byte[] bytes) {
    return SourceText.markedCharset(bytes).or(() -> byZeros(bytes));
  }

  /** Most characters of a subtitle's or a program's text are ASCII: their high bytes are zero. */
  private static Optional<Charset> byZeros(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE_BYTES) / 4 * 4;
    int[] zeros = new int[4];
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        zeros[i % 4]++;
      }
    }
    int quarter = length / 4;
    if (quarter == 0) {
      return Optional.empty();
    }
    boolean[] high = new boolean[4];
    for (int i = 0; i < 4; i++) {
      high[i] = zeros[i] * 4 > quarter;
    }
    if (high[1] && high[3] && !high[0]) {
      return Optional.of(high[2] ? Charset.forName("UTF-32LE") : UTF_16LE);
    }
    if (high[0] && high[2] && !high[3]) {
      return Optional.of(high[1] ? Charset.forName("UTF-32BE") : UTF_16BE);
    }
    return Optional.empty();
  }

  /**
   * Takes the encoding in which the text reads best, by the letters of languages and by what ICU
   * says of the frequency of letters in a row.
   */
  private static SourceText guess(byte[] bytes) {
    byte[] sample = sample(bytes);
    return candidates(sample).entrySet().stream()
        .map(
            candidate ->
                new Reading(
                    candidate.getKey(),
                    LanguageLetters.fit(read(sample, candidate.getKey()), candidate.getKey())
                        + candidate.getValue() * FREQUENCY_WEIGHT))
        .sorted(Comparator.comparingDouble(Reading::fit).reversed())
        .flatMap(reading -> SourceText.decode(bytes, Charset.forName(reading.charset())).stream())
        .filter(EncodingDetector::isPlausible)
        .findFirst()
        .or(() -> SourceText.decode(bytes, Charset.forName("windows-1252")))
        .or(() -> SourceText.decode(bytes, ISO_8859_1))
        .orElseThrow(() -> new IllegalStateException("ISO-8859-1 has all bytes"));
  }

  /**
   * Returns the encodings that a text may be in, those first that ICU holds for likely, and how
   * likely that is, from 0 to 1.
   */
  private static Map<String, Double> candidates(byte[] sample) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(sample);
    Map<String, Double> candidates = new LinkedHashMap<>();
    for (CharsetMatch match : detector.detectAll()) {
      for (String name : CHARSETS.getOrDefault(match.getName(), List.of())) {
        candidates.putIfAbsent(name, match.getConfidence() / 100.0);
      }
    }
    LanguageLetters.charsets().forEach(name -> candidates.putIfAbsent(name, 0.0));
    return candidates;
  }

  private static String read(byte[] sample, String charset) {
    return new String(sample, Charset.forName(charset));
  }

  /**
   * How well a text reads in an encoding.
   *
   * @param charset name of the encoding
   * @param fit the more, the better
   */
  private record Reading(String charset, double fit) {}

  /**
   * The control characters of the upper half are in no text: there, another encoding has letters.
   */
  private static boolean isPlausible(SourceText source) {
    return source.text().chars().noneMatch(c -> c >= 0x80 && c <= 0x9F);
  }

  /** Takes the lines that are not ASCII: the others tell nothing of the encoding. */
  private static byte[] sample(byte[] bytes) {
    ByteArrayOutputStream sample = new ByteArrayOutputStream();
    int start = 0;
    boolean telling = false;
    for (int i = 0; i < bytes.length && sample.size() < SAMPLE_BYTES; i++) {
      telling |= bytes[i] < 0;
      if (bytes[i] == '\n' || bytes[i] == '\r' || i == bytes.length - 1) {
        if (telling) {
          sample.write(bytes, start, Math.min(i + 1 - start, SAMPLE_BYTES));
        }
        start = i + 1;
        telling = false;
      }
    }
    return sample.toByteArray();
  }
}
