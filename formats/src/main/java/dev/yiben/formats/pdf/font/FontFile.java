package dev.yiben.formats.pdf.font;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** Reads font files. */
final class FontFile {
  private FontFile() {}

  /**
   * Reads a font, of a collection its first.
   *
   * @throws IOException if it cannot be used; the message says why
   */
  static FontFace read(Path file) throws IOException {
    TrueTypeFont font = parse(file);
    if (font.getTableMap().get("glyf") == null) {
      throw new IOException(
          "the font " + file + " has no TrueType outlines; take one whose name ends in .ttf");
    }
    OS2WindowsMetricsTable os2 = font.getOS2Windows();
    if (os2 != null && (os2.getFsType() & 0xF) == OS2WindowsMetricsTable.FSTYPE_RESTRICTED) {
      throw new IOException("the font " + file + " may not be embedded, as it says itself");
    }
    return new ProgramFace(font);
  }

  private static TrueTypeFont parse(Path file) throws IOException {
    try {
      if (file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ttc|otc)")) {
        List<TrueTypeFont> fonts = new ArrayList<>();
        new TrueTypeCollection(file.toFile()).processAllFonts(fonts::add);
        return fonts.get(0);
      }
      return new OTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
    } catch (IOException | RuntimeException e) {
      throw new IOException("the font " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
