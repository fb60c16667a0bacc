package dev.yiben.formats.pdf.font;

import org.apache.fontbox.ttf.TrueTypeFont;

/** A font that text can be written in. */
public interface FontFace {

  /** Returns the name of the font. */
  String name();

  /** Returns whether the font has a glyph for a character. */
  boolean covers(int codePoint);

  /** Returns how far a character's glyph advances, in em; 0 if there is none. */
  double advance(int codePoint);

  /** Returns the height above the baseline, in em. */
  double ascent();

  /** Returns the depth below the baseline, in em, positive. */
  double descent();

  /** Returns the font itself. */
  TrueTypeFont program();
}
