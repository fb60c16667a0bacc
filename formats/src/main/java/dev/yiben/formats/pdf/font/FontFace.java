package dev.yiben.formats.pdf.font;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A font that text can be written in. */
public interface FontFace {

  /** Returns the name of the font. */
  String name();

  /** Returns whether the font has a glyph for a character. */
  boolean covers(int codePoint);

  /** Returns how far a character's glyph advances, in em; 0 if nothing is drawn for it. */
  double advance(int codePoint);

  /** Returns the height above the baseline, in em. */
  double ascent();

  /** Returns the depth below the baseline, in em, positive. */
  double descent();

  /** Returns by how much its glyphs are to be slanted when drawn, as rightward shift by height. */
  default double slant() {
    return 0;
  }

  /** Returns the width of the line, in em, that outlines are to be drawn with to look bold. */
  default double weight() {
    return 0;
  }

  /** Begins the font in a document that it is to be written into. */
  WrittenFont in(PDDocument document) throws IOException;
}
