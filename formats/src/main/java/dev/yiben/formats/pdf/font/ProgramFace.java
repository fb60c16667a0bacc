package dev.yiben.formats.pdf.font;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A font program with TrueType or PostScript outlines. */
final class ProgramFace implements FontFace {
  private static final Normalizer2 COMPATIBILITY = Normalizer2.getNFKCInstance();

  private final TrueTypeFont program;
  private final String name;
  private final CmapLookup characters;
  private final double unitsPerEm;
  private final double ascent;
  private final double descent;

  ProgramFace(TrueTypeFont program) throws IOException {
    this.program = program;
    name = program.getName();
    characters = program.getUnicodeCmapLookup();
    unitsPerEm = program.getUnitsPerEm();
    HorizontalHeaderTable header = program.getHorizontalHeader();
    ascent = header.getAscender() / unitsPerEm;
    descent = -header.getDescender() / unitsPerEm;
  }

  @Override
  public String name() {
    return name;
  }

  TrueTypeFont program() {
    return program;
  }

  /** Returns whether outlines are in a CFF table. */
  boolean isPostScript() {
    return program instanceof OpenTypeFont font && font.isPostScript();
  }

  /** Returns the outline of a glyph of a program that {@link #isPostScript}, in its units. */
  GeneralPath outline(int glyph) throws IOException {
    CFFFont font = ((OpenTypeFont) program).getCFF().getFont();
    return font instanceof CFFCIDFont keyed
        ? keyed.getType2CharString(keyed.getCharset().getCIDForGID(glyph)).getPath()
        : font.getType2CharString(glyph).getPath();
  }

  double unitsPerEm() {
    return unitsPerEm;
  }

  @Override
  public boolean covers(int codePoint) {
    return characters.getGlyphId(codePoint) != 0;
  }

  /** Returns the number of the glyph of a character or of one that is as good, or 0. */
  int glyph(int codePoint) {
    int glyph = characters.getGlyphId(codePoint);
    return glyph == 0 ? characters.getGlyphId(plain(codePoint)) : glyph;
  }

  /** Returns a character that looks much like another one, or that itself if there is none. */
  static int plain(int codePoint) {
    String plain = COMPATIBILITY.getDecomposition(codePoint);
    return plain == null || plain.codePointCount(0, plain.length()) != 1
        ? codePoint
        : plain.codePointAt(0);
  }

  /** Returns whether nothing is drawn for a character, in whatever font. */
  static boolean isInvisible(int codePoint) {
    return UCharacter.isISOControl(codePoint)
        || UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  @Override
  public double advance(int codePoint) {
    return isInvisible(codePoint) ? 0 : advanceOf(glyph(codePoint));
  }

  double advanceOf(int glyph) {
    try {
      return program.getAdvanceWidth(glyph) / unitsPerEm;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public double ascent() {
    return ascent;
  }

  @Override
  public double descent() {
    return descent;
  }

  @Override
  public WrittenFont in(PDDocument document) {
    return new EmbeddedFont(document, this);
  }
}
