package dev.yiben.formats.pdf.font;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A font that is drawn slanted or bold though it has no such face.
 *
 * @param font as it is
 */
record StyledFace(FontFace font, boolean bold, boolean italic) implements FontFace {
  /** Tangent of 12 degrees, as of most slanted faces. */
  private static final double SLANT = 0.21;

  /** Half of it goes outwards on either side of a stroke. */
  private static final double WEIGHT = 0.03;

  @Override
  public String name() {
    return font.name();
  }

  @Override
  public boolean covers(int codePoint) {
    return font.covers(codePoint);
  }

  @Override
  public double advance(int codePoint) {
    return font.advance(codePoint);
  }

  @Override
  public double ascent() {
    return font.ascent();
  }

  @Override
  public double descent() {
    return font.descent();
  }

  @Override
  public double slant() {
    return italic ? SLANT : font.slant();
  }

  @Override
  public double weight() {
    return bold ? WEIGHT : font.weight();
  }

  @Override
  public WrittenFont in(PDDocument document) throws IOException {
    return font.in(document);
  }
}
