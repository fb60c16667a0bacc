package dev.yiben.glossary.exchange;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.yiben.glossary.GlossaryException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file's bytes as text.
 *
 * @param guess what the encoding was guessed to be, where nothing tells it
 */
record TextFile(String text, Optional<Charset> guess) {
  private static final int SAMPLE_BYTES = 64_000;

  /** What files of that encoding, as ICU calls it, mostly are: the extension that Windows has. */
  private static final Map<String, String> EXTENDED =
      Map.of(
          "Shift_JIS", "windows-31j",
          "EUC-KR", "x-windows-949",
          "ISO-8859-1", "windows-1252");

  /**
   * Decodes a file: by its byte order mark, as the encoding that is known, as UTF-8, and else by
   * the frequencies of characters.
   */
  static TextFile decode(Path file, byte[] bytes, Optional<Charset> known) {
    Optional<Charset> marked = marked(bytes);
    if (marked.isPresent()) {
      String text = decoded(bytes, marked.get()).orElseThrow(() -> undecodable(file, marked.get()));
      return new TextFile(text.substring(1), Optional.empty());
    }
    if (known.isPresent()) {
      return new TextFile(
          decoded(bytes, known.get()).orElseThrow(() -> undecodable(file, known.get())),
          Optional.empty());
    }
    return decoded(bytes, StandardCharsets.UTF_8)
        .map(text -> new TextFile(text, Optional.empty()))
        .orElseGet(() -> guessed(file, bytes));
  }

  private static TextFile guessed(Path file, byte[] bytes) {
    byte[] sample =
        bytes.length > SAMPLE_BYTES ? java.util.Arrays.copyOf(bytes, SAMPLE_BYTES) : bytes;
    Map<Charset, String> readable = new LinkedHashMap<>();
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      String name = EXTENDED.getOrDefault(match.getName(), match.getName());
      if (Charset.isSupported(name)) {
        Charset charset = Charset.forName(name);
        decoded(bytes, charset).ifPresent(text -> readable.putIfAbsent(charset, text));
      }
    }
    return readable.entrySet().stream()
        .findFirst()
        .map(entry -> new TextFile(entry.getValue(), Optional.of(entry.getKey())))
        .orElseThrow(
            () ->
                new GlossaryException(
                    file, "no text of a known encoding; name its encoding, or save it as UTF-8"));
  }

  private static Optional<Charset> marked(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return startsWith(bytes, 0xFE, 0xFF)
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  static boolean startsWith(byte[] bytes, int... values) {
    for (int i = 0; i < values.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != values[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static GlossaryException undecodable(Path file, Charset charset) {
    return new GlossaryException(file, "it is not text in " + charset + "; name its encoding");
  }
}
