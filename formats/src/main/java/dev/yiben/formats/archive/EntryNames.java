package dev.yiben.formats.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.splice.SourceText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Chooses the charset in which a zip file's entry names can be read and written back. */
final class EntryNames {
  /** The zip format's own charset; every byte is a character of it. */
  private static final Charset CODE_PAGE_437 = Charset.forName("IBM437");

  private EntryNames() {}

  static ZipFile open(Path file) throws IOException {
    ZipFile zip = open(file, UTF_8);
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      byte[] raw = entry.getRawName();
      if (raw != null && SourceText.decode(raw, UTF_8).isEmpty()) {
        zip.close();
        return open(file, CODE_PAGE_437);
      }
    }
    return zip;
  }

  private static ZipFile open(Path file, Charset charset) throws IOException {
    return ZipFile.builder().setPath(file).setCharset(charset).get();
  }
}
