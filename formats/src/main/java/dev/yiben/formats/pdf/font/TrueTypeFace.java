package dev.yiben.formats.pdf.font;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** A TrueType font in a file. */
final class TrueTypeFace implements FontFace {
  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;

  TrueTypeFace(Path file) throws IOException {
    if (file.toString().endsWith(".ttc")) {
      List<TrueTypeFont> fonts = new ArrayList<>();
      new TrueTypeCollection(file.toFile()).processAllFonts(fonts::add);
      font = fonts.get(0);
    } else {
      font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
    }
    characters = font.getUnicodeCmapLookup();
    unitsPerEm = font.getUnitsPerEm();
  }

  @Override
  public String name() {
    try {
      return font.getName();
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public boolean covers(int codePoint) {
    return characters.getGlyphId(codePoint) != 0;
  }

  @Override
  public double advance(int codePoint) {
    try {
      return font.getAdvanceWidth(characters.getGlyphId(codePoint)) / unitsPerEm;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public double ascent() {
    return 0.8;
  }

  @Override
  public double descent() {
    return 0.2;
  }

  @Override
  public TrueTypeFont program() {
    return font;
  }
}
