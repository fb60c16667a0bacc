package dev.yiben.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs small EPUB books, good ones and such as nobody should trust. */
final class BookFile {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** Creates a book of one sentence. */
  BookFile() {
    with("mimetype", "application/epub+zip");
    with(
        "META-INF/container.xml",
        """
        <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
          <rootfiles>
            <rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>
          </rootfiles>
        </container>
        """);
    with(
        "book.opf",
        """
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
          <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="id">book</dc:identifier>
            <dc:title>A book</dc:title>
            <dc:language>en</dc:language>
          </metadata>
          <manifest>
            <item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
          </manifest>
          <spine><itemref idref="text"/></spine>
        </package>
        """);
    withText("<p>The old keeper opens the door.</p>", "");
  }

  /** Replaces the only chapter. */
  BookFile withText(String body, String doctype) {
    return with(
        "text.xhtml",
        doctype
            + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>A</title></head><body>"
            + body
            + "</body></html>");
  }

  BookFile with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  BookFile with(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  Path pack(Path file) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
