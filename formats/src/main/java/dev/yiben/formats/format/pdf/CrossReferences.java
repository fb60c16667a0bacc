package dev.yiben.formats.format.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Looks whether a file tells where its objects are (ISO 32000-2, 7.5.5): what is written behind a
 * file that does not could be read by nobody.
 */
final class CrossReferences {
  private static final int TAIL = 2048;
  private static final Pattern START = Pattern.compile("startxref\\s+(\\d{1,12})\\s");
  private static final Pattern SECTION = Pattern.compile("\\s*(?:xref\\s|\\d+\\s+\\d+\\s+obj)");

  private CrossReferences() {}

  static boolean areSound(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      long length = bytes.length();
      String tail = text(bytes, Math.max(0, length - TAIL), TAIL) + "\n";
      Matcher start = START.matcher(tail);
      long offset = -1;
      while (start.find()) {
        offset = Long.parseLong(start.group(1));
      }
      return offset >= 0 && offset < length && SECTION.matcher(text(bytes, offset, 40)).lookingAt();
    }
  }

  /** Returns whether a file leads to so many pages. */
  static boolean lead(Path file, int pages) {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return document.getNumberOfPages() == pages;
    } catch (IOException | RuntimeException e) {
      // Then it does not.
      return false;
    }
  }

  private static String text(RandomAccessFile bytes, long from, int most) throws IOException {
    byte[] read = new byte[(int) Math.min(most, bytes.length() - from)];
    bytes.seek(from);
    bytes.readFully(read);
    return new String(read, ISO_8859_1);
  }
}
