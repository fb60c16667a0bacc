package dev.yiben.formats.format.txt;

import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.encoding.TextLikeness;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FileContent;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Plain text ({@code .txt}).
 *
 * <p>Each paragraph is a segment, {@code paragraph/1} and so on; the lines of one that is
 * hard-wrapped are joined, and its translation is wrapped again ({@link
 * dev.yiben.formats.format.LineWrap}). A heading of a chapter or a form feed begins a new stream.
 * Encoding, line ends, blank lines, indents, marks of lists and quotations stay byte for byte.
 */
public final class TxtFormat implements DocumentFormat {
  private static final int MAX_BYTES = 64 << 20;
  private static final int MAX_LINES = 1_000_000;

  @Override
  public String id() {
    return "txt";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("txt", "text");
  }

  @Override
  public boolean matches(byte[] head) {
    return TextLikeness.of(head);
  }

  @Override
  public boolean isToldByName() {
    return true;
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    if (options.layout() == Layout.BILINGUAL_SIDE) {
      throw new DocumentException(
          file, "plain text has no room for --layout bilingual-side; use --layout bilingual");
    }
    DetectedText detected = FileContent.readText(file, MAX_BYTES, "a text", options);
    String text = detected.source().text();
    List<Line> lines = Line.of(text);
    if (lines.size() > MAX_LINES) {
      throw new DocumentException(
          file, "%d lines, over %d; split it".formatted(lines.size(), MAX_LINES));
    }
    return new TxtDocument(detected, lines, options);
  }
}
