package dev.yiben.formats.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Finds the comment at the end of a zip file (APPNOTE 4.3.16), which the zip library leaves out.
 */
final class ArchiveComment {
  private static final int RECORD_BYTES = 22;
  private static final int MOST_COMMENT_BYTES = 0xFFFF;
  private static final String SIGNATURE = "PK\5\6";

  private ArchiveComment() {}

  /** Returns the comment's bytes, none for no comment. */
  static byte[] of(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), RECORD_BYTES + MOST_COMMENT_BYTES);
      byte[] end = new byte[length];
      in.seek(in.length() - length);
      in.readFully(end);
      String tail = new String(end, ISO_8859_1);
      int record = tail.lastIndexOf(SIGNATURE, length - RECORD_BYTES);
      if (record < 0) {
        return new byte[0];
      }
      int size = tail.charAt(record + 20) | tail.charAt(record + 21) << 8;
      int start = record + RECORD_BYTES;
      return Arrays.copyOfRange(end, start, Math.min(start + size, length));
    }
  }
}
