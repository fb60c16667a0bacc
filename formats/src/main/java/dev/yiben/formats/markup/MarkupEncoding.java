package dev.yiben.formats.markup;

import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.encoding.EncodingDetector;
import dev.yiben.formats.splice.SourceText;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decodes documents as browsers do: by a byte order mark, by what they declare, or, where that is
 * not true, by a guess.
 */
public final class MarkupEncoding {
  /**
   * What browsers read where a page declares the encoding that it extends (WHATWG Encoding 4.2).
   */
  private static final Map<String, String> EXTENDED =
      Map.of(
          "ISO-8859-1", "windows-1252",
          "US-ASCII", "windows-1252",
          "ISO-8859-9", "windows-1254",
          "TIS-620", "x-windows-874",
          "GB2312", "GB18030",
          "GBK", "GB18030",
          "Big5", "Big5-HKSCS",
          "Shift_JIS", "windows-31j",
          "EUC-KR", "x-windows-949");

  private MarkupEncoding() {}

  /** Decodes a document; there always is an encoding that gives the same bytes again. */
  public static DetectedText decode(byte[] bytes) {
    Optional<Charset> declared =
        EncodingDetector.unicode(bytes).isPresent()
            ? Optional.empty()
            : MarkupCharset.byZero(bytes).or(() -> MarkupCharset.declared(bytes));
    return declared.stream()
        .flatMap(MarkupEncoding::candidates)
        .flatMap(charset -> SourceText.decode(bytes, charset).stream())
        .findFirst()
        .map(source -> new DetectedText(source, Optional.empty()))
        .orElseGet(() -> undeclared(bytes, declared));
  }

  private static Stream<Charset> candidates(Charset declared) {
    String extended = EXTENDED.getOrDefault(declared.name(), declared.name());
    return List.of(Charset.forName(extended), declared).stream();
  }

  private static DetectedText undeclared(byte[] bytes, Optional<Charset> declared) {
    DetectedText detected = EncodingDetector.decode(bytes);
    if (declared.isEmpty()) {
      return detected;
    }
    String doubt =
        "not in %s, as it declares: read as %s"
            .formatted(declared.get(), detected.source().charset());
    return new DetectedText(detected.source(), Optional.of(doubt));
  }
}
