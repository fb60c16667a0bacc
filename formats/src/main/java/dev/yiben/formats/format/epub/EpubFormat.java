package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.archive.ArchiveLimits;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** EPUB books, versions 2 and 3 (W3C EPUB 3.3; OPF 2.0.1, OPS 2.0.1). */
public final class EpubFormat implements DocumentFormat {

  @Override
  public String id() {
    return "epub";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("epub");
  }

  @Override
  public boolean matches(byte[] head) {
    String text = new String(head, ISO_8859_1);
    return text.startsWith("PK\3\4")
        && (text.contains("mimetypeapplication/epub+zip") || text.contains(Book.CONTAINER));
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    Archive archive = Archive.open(file, ArchiveLimits.DEFAULT);
    try {
      return EpubDocument.open(file, archive, options);
    } catch (IOException e) {
      archive.close();
      throw new DocumentException(file, "archive", "cannot be read: " + e.getMessage(), e);
    } catch (DocumentException e) {
      archive.close();
      throw e;
    }
  }
}
