package dev.yiben.formats.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that are held in memory whole, and no larger ones. */
public final class FileContent {
  private FileContent() {}

  /**
   * Returns a file's bytes.
   *
   * @param mostBytes the size of the largest file to read; whole mebibytes
   * @param kind what such a file is, for the message about one that is larger, such as {@code
   *     subtitles}
   * @throws DocumentException if the file is empty, too large or cannot be read
   */
  public static byte[] read(Path file, int mostBytes, String kind) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(mostBytes + 1);
    } catch (IOException e) {
      throw DocumentException.unreadable(file, e);
    }
    if (bytes.length == 0) {
      throw new DocumentException(file, "the file is empty");
    }
    if (bytes.length > mostBytes) {
      throw new DocumentException(
          file, "over %d MiB, too much for %s; split it".formatted(mostBytes >> 20, kind));
    }
    return bytes;
  }
}
