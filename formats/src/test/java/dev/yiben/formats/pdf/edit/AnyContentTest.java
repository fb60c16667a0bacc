package dev.yiben.formats.pdf.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.MadePage;
import dev.yiben.formats.pdf.page.PageContent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

/** Edits pages of statements that come in any order. */
class AnyContentTest {
  private static final List<String> STATEMENTS =
      List.of(
          "BT",
          "BT /F1 12 Tf",
          "ET",
          "q",
          "Q",
          "/F2 9 Tf",
          "1 .1 0 1 20 30 cm",
          "10 20 Td",
          "5 -14 TD",
          "T*",
          ".9 .1 0 1.1 60 70 Tm",
          "2 Tc",
          "3 Tw",
          "80 Tz",
          "2 Ts",
          "11 TL",
          "0 Tr",
          "2 Tr",
          "7 Tr",
          "1 0 0 rg",
          ".2 G",
          "2 w",
          "/P <</MCID 5>> BDC",
          "/Span <</ActualText (o)>> BDC",
          "/Artifact BMC",
          "EMC",
          "(xo ox) Tj",
          "(oox) Tj",
          "[(ox) -200 (xo)] TJ",
          "(xoo) '",
          "1 2 (o x) \"",
          "/A Do",
          "30 30 60 60 re W n",
          "10 10 50 50 re f",
          "100 100 m 200 120 l S",
          "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
          "(",
          "] nonsense",
          "%comment\n");

  @Test
  void leavesAllElseWhateverThePageDraws() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      // Without a text object before, PDFBox cannot draw the end of one.
      StringBuilder content = new StringBuilder("BT ET\n");
      for (int i = random.nextInt(60); i >= 0; i--) {
        content.append(STATEMENTS.get(random.nextInt(STATEMENTS.size()))).append('\n');
      }
      check(content.toString(), random);
    }
  }

  private static void check(String drawing, Random random) throws IOException {
    try (MadePage page = new MadePage(drawing)) {
      page.form("A", "BT /F1 10 Tf 10 10 Td (xo) Tj ET 20 20 5 5 re f", true);
      BufferedImage before = Drawn.withoutText(page.document(), 0, 0.5f);
      PageContent content = page.read();
      List<Glyph> kept = new ArrayList<>();
      List<Long> shown = edit(page, content, random.nextInt(3), kept);

      BufferedImage after = Drawn.withoutText(page.document(), 0, 0.5f);
      assertThat(Drawn.difference(before, after)).as(drawing).isZero();
      List<Glyph> left = new ArrayList<>();
      List<Long> found = new ArrayList<>();
      for (Glyph glyph : all(page.read())) {
        if (glyph.font().name().equals("Courier")) {
          found.add(Math.round(100.0 * glyph.pose().getTranslateX()));
        } else {
          left.add(glyph);
        }
      }
      assertThat(left)
          .as(drawing)
          .usingElementComparator((one, other) -> isSame(one, other) ? 0 : 1)
          .containsExactlyElementsOf(kept);
      assertThat(found).as(drawing).containsExactlyInAnyOrderElementsOf(shown);
    }
  }

  private static List<Long> edit(MadePage page, PageContent content, int first, List<Glyph> kept)
      throws IOException {
    COSDictionary font = new PDType1Font(FontName.COURIER).getCOSObject();
    DocumentEdits document = new DocumentEdits(page.document());
    PageEdits edits = document.of(content);
    List<Glyph> rest = all(content);
    List<Long> shown = new ArrayList<>();
    for (Glyph glyph : content.glyphs()) {
      if (glyph.index() % 3 == first && glyph.place().stream() < 2) {
        edits.remove(glyph);
        rest.remove(glyph);
        rest.removeAll(content.twins().getOrDefault(glyph.index(), List.of()));
        if (glyph.index() % 2 == 0) {
          Matrix pose = new Matrix(9, 0, 0, 9, 11 + 3 * shown.size(), 200);
          edits.show(glyph, font, new byte[] {'W'}, pose, glyph.paint(), 0.02 * first);
          shown.add(100L * (11 + 3 * shown.size()));
        }
      }
    }
    edits.apply();
    document.finish();
    kept.addAll(rest);
    return shown;
  }

  /** Returns all glyphs but those of a form that is drawn again, which change with it. */
  private static List<Glyph> all(PageContent content) {
    List<Glyph> all = new ArrayList<>(content.glyphs());
    content.outside().values().forEach(all::addAll);
    all.removeIf(glyph -> glyph.place().stream() > 1);
    return all;
  }

  private static boolean isSame(Glyph one, Glyph other) {
    return one.font().name().equals(other.font().name())
        && one.paint().rgb() == other.paint().rgb()
        && one.paint().renderMode() == other.paint().renderMode()
        && one.mark() == other.mark()
        && Math.abs(one.box().width() - other.box().width()) < 0.001
        && distance(one, other) < 0.001;
  }

  private static double distance(Glyph one, Glyph other) {
    return Math.hypot(
        one.pose().getTranslateX() - other.pose().getTranslateX(),
        one.pose().getTranslateY() - other.pose().getTranslateY());
  }
}
