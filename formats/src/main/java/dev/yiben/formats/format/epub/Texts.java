package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.markup.MarkupCharset;
import dev.yiben.formats.markup.MarkupEncoding;
import dev.yiben.formats.splice.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The text files of a book's archive; what cannot be read gets a notice and stays as it is. */
final class Texts {
  private final Archive archive;

  Texts(Archive archive) {
    this.archive = archive;
  }

  Optional<SourceText> read(String name, List<String> notices) {
    try {
      Optional<byte[]> bytes = archive.read(name);
      if (bytes.isEmpty()) {
        notices.add(name + ": named in the book but not in its archive");
        return Optional.empty();
      }
      DetectedText detected = MarkupEncoding.decode(bytes.get());
      String text = detected.source().text();
      if (text.indexOf('\0') >= 0) {
        notices.add(name + ": has zero bytes, which no text has; left as it is");
        return Optional.empty();
      }
      if (detected.doubt().isEmpty()) {
        return Optional.of(detected.source());
      }
      if (text.indexOf('<') < 0 || text.chars().anyMatch(Texts::isControl)) {
        notices.add(name + ": not in the encoding that it declares; left as it is");
        return Optional.empty();
      }
      notices.add(name + ": " + detected.doubt().get());
      return Optional.of(writable(detected.source(), bytes.get()));
    } catch (IOException e) {
      notices.add(name + ": cannot be unpacked (" + e.getMessage() + "); left as it is");
      return Optional.empty();
    }
  }

  private static boolean isControl(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  }

  /** What readers take for UTF-8 and is not is written as UTF-8; the translation mends the file. */
  private static SourceText writable(SourceText source, byte[] bytes) {
    boolean taken = MarkupCharset.declared(bytes).filter(c -> !c.equals(UTF_8)).isEmpty();
    boolean damaged = source.text().codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    return taken && !damaged ? source.in(UTF_8, false) : source;
  }
}
