package dev.yiben.formats.format.epub;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.markup.MarkupCharset;
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
      Optional<SourceText> source = MarkupCharset.decode(bytes.get());
      if (source.isEmpty()) {
        notices.add(name + ": not in the encoding that it declares; left as it is");
      }
      if (source.isPresent() && source.get().text().indexOf('\0') >= 0) {
        notices.add(name + ": has zero bytes, which no text has; left as it is");
        return Optional.empty();
      }
      return source;
    } catch (IOException e) {
      notices.add(name + ": cannot be unpacked (" + e.getMessage() + "); left as it is");
      return Optional.empty();
    }
  }
}
