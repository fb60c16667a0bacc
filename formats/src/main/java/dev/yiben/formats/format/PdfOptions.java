package dev.yiben.formats.format;

import java.nio.file.Path;
import java.util.List;

/**
 * How PDF files are written.
 *
 * @param save how the file is saved
 * @param leastScale the smallest scale that text is set at to fit, from 0.1 to 1
 * @param fonts font files to write in where they have the glyphs, best first
 */
public record PdfOptions(PdfSave save, double leastScale, List<Path> fonts) {
  /** The original with the changes behind it, text no smaller than six tenths. */
  public static final PdfOptions DEFAULT = new PdfOptions(PdfSave.INCREMENTAL, 0.6, List.of());

  public PdfOptions {
    fonts = List.copyOf(fonts);
    if (!(leastScale >= 0.1 && leastScale <= 1)) {
      throw new IllegalArgumentException("Not a scale from 0.1 to 1: " + leastScale);
    }
  }
}
