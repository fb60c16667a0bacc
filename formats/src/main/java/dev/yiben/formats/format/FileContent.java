package dev.yiben.formats.format;

import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.encoding.EncodingDetector;
import dev.yiben.formats.encoding.TextLikeness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
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

  /**
   * Returns a file's text, in the encoding that the options name, else in the one that its bytes
   * show.
   *
   * @param mostBytes as for {@link #read}
   * @param kind as for {@link #read}
   * @throws DocumentException also if the file is no text, or not in the encoding that is named
   */
  public static DetectedText readText(
      Path file, int mostBytes, String kind, FormatOptions options) {
    DetectedText detected = decode(file, read(file, mostBytes, kind), options);
    if (!TextLikeness.of(detected.source().text())) {
      throw new DocumentException(file, "this is no text: it has too many control characters");
    }
    return detected;
  }

  /**
   * Decodes a file in the encoding that the options name, else in the one that its bytes show.
   *
   * @throws DocumentException if the file is not in the encoding that is named
   */
  public static DetectedText decode(Path file, byte[] bytes, FormatOptions options) {
    if (options.encoding().isEmpty()) {
      return EncodingDetector.decode(bytes);
    }
    Charset named = options.encoding().get();
    return EncodingDetector.decode(bytes, named)
        .orElseThrow(
            () ->
                new DocumentException(
                    file,
                    "the text is not in %s; name another --encoding, or leave it out"
                        .formatted(named)));
  }
}
