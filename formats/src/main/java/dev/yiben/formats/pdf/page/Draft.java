package dev.yiben.formats.pdf.page;

import java.util.ArrayList;
import java.util.List;

/** A glyph while its page is being read. */
final class Draft {
  final Glyph glyph;
  final FontReading font;
  final boolean slanted;

  /** What it reads as; changes where the file says so for a run of glyphs. */
  String text;

  /** Why it is not to be read; null if it is. */
  String rule;

  /** Whether it is drawn twice to look heavier. */
  boolean heavier;

  /** Glyphs under this one with the same text. */
  final List<Draft> twins = new ArrayList<>(0);

  Draft(Glyph glyph, FontReading font, boolean slanted, String rule) {
    this.glyph = glyph;
    this.font = font;
    this.slanted = slanted;
    this.text = glyph.text();
    this.rule = rule;
  }

  /** Returns where it is on the page. */
  Box onPage() {
    return glyph.direction().onPage(glyph.box());
  }

  /** Returns the glyph as it has turned out. */
  Glyph numbered(int index) {
    return glyph.as(index, text, font.look(heavier, slanted));
  }
}
