package dev.yiben.formats.pdf.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagePairTest {
  private static final int SIZE = 10;

  @Test
  void findsTextsThatAreDrawnTwice() {
    List<ShownGlyph> bold = new ArrayList<>();
    for (ShownGlyph glyph : line("Chapter", 100)) {
      bold.add(glyph);
      bold.add(shown(glyph.letters(), glyph.x() + 0.2, glyph.y()));
    }
    PagePair pair = new PagePair(0, bold, line("Kapitel", 100));

    assertThat(pair.takeWhole("page-1#p1", List.of("Chapter"), List.of("Kapitel"))).isTrue();
    assertThat(pair.lost()).isEmpty();
    assertThat(pair.strays()).isEmpty();
  }

  @Test
  void findsTextsBesideNumbersThatDifferFromPageToPage() {
    PagePair pair = new PagePair(0, line("Page72of90", 100), line("Seite72von90", 100));

    pair.takeMirror("page-1#p1", List.of("Page", "of90"), List.of("Seite", "von90"));

    assertThat(pair.blocks()).hasSize(1);
    assertThat(pair.lost()).isEmpty();
    assertThat(pair.strays()).isEmpty();
  }

  @Test
  void asksForNoLettersThatTheSourceCouldNotGive() {
    PagePair pair = new PagePair(0, line("Germany", 100), line("Allemagne", 100));
    PagePair.Rest rest = pair.take("page-1#p1", "GermanyX", "AllemagneX");
    pair.scattered(rest.source(), rest.target());

    assertThat(pair.missing()).isEmpty();
  }

  @Test
  void asksForLettersThatTheSourceGave() {
    PagePair pair = new PagePair(0, line("GermanyX", 100), line("Allemagne", 100));
    PagePair.Rest rest = pair.take("page-1#p1", "GermanyX", "AllemagneX");
    pair.scattered(rest.source(), rest.target());

    assertThat(pair.missing()).isEqualTo("X");
  }

  private static List<ShownGlyph> line(String text, double y) {
    List<ShownGlyph> line = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      line.add(shown(text.substring(i, i + 1), 100 + 6.0 * i, y));
    }
    return line;
  }

  private static ShownGlyph shown(String letters, double x, double y) {
    return new ShownGlyph(
        letters, x, y, new Rectangle2D.Double(x, y, 6, SIZE), SIZE, 0, "Font", true, false, true);
  }
}
