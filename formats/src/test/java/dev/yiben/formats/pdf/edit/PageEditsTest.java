package dev.yiben.formats.pdf.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.MadePage;
import dev.yiben.formats.pdf.page.PageContent;
import dev.yiben.formats.pdf.page.PageReader;
import dev.yiben.formats.pdf.page.Paint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageEditsTest {
  private static String text(List<Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }

  private static String content(PDDocument document) throws IOException {
    return new String(
        document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private static COSDictionary font() {
    return new PDType1Font(FontName.COURIER).getCOSObject();
  }

  private static byte[] codes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Takes all glyphs of a letter out. */
  private static void remove(MadePage page, String letters) throws IOException {
    DocumentEdits document = new DocumentEdits(page.document());
    PageContent content = page.read();
    PageEdits edits = document.of(content);
    content.glyphs().stream()
        .filter(glyph -> letters.contains(glyph.text()))
        .forEach(edits::remove);
    edits.apply();
    document.finish();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BT /F1 10 Tf 10 200 Td (oxo) Tj (xox) Tj ET",
        "BT /F1 10 Tf 3 Tc 7 Tw 50 Tz 4 Ts 10 200 Td (o x o xo) Tj ET",
        "BT /F1 10 Tf 10 200 Td [-300 (ox) 200 (x) -100.5 (o) (xo)] TJ (o) Tj ET",
        "BT /F1 10 Tf 14 TL 10 200 Td (x) ' (o) ' (xo) ' 2 1 (x o) \" (o o) ' ET",
        "BT /F1 1 Tf 0 12 -12 0 50 60 Tm (oxo) Tj 1 -1 Td (xo) Tj ET",
        "q .1 0 0 .1 0 0 cm BT /F1 100 Tf 1 0 .2 1 200 900 Tm (oxo) Tj ET Q",
        "BT /F1 10 Tf 10 200 Td (oxo) Tj /F2 14 Tf (xo) Tj ET 1 0 0 rg 10 10 30 30 re f",
        "BT/F1 10 Tf 10 200 Td<786F>Tj[(x)(o)]TJ ET%comment\n10 10 30 30 re f",
        "BT /F1 10 Tf 10 200 Td (oxo) Tj 10 0 Td (xo) Tj BI /W 1 /H 1 /BPC 8 /CS /G ID x EI ET",
        "BT /F1 10 Tf 10 200 Td (oxo) Tj",
        "BT /F1 10 Tf 10 200 Td (o\\)xo) Tj ET ( unended",
      })
  void leavesAllElseInPlace(String drawing) throws IOException {
    try (MadePage page = new MadePage(drawing)) {
      List<Glyph> kept =
          page.read().glyphs().stream().filter(glyph -> !glyph.text().equals("x")).toList();

      remove(page, "x");

      try (PDDocument saved = page.saved()) {
        List<Glyph> glyphs = new PageReader(saved).read(saved.getPage(0), 0).glyphs();
        assertThat(text(glyphs)).isEqualTo(text(kept)).doesNotContain("x").contains("o");
        for (int i = 0; i < glyphs.size(); i++) {
          Matrix before = kept.get(i).pose();
          Matrix after = glyphs.get(i).pose();
          assertThat(after.getTranslateX()).isCloseTo(before.getTranslateX(), within(0.001f));
          assertThat(after.getTranslateY()).isCloseTo(before.getTranslateY(), within(0.001f));
          assertThat(after.getScaleX()).isEqualTo(before.getScaleX());
        }
      }
    }
  }

  @Test
  void changesNoByteOfOtherStatements() throws IOException {
    String before = "%first\n  .50 0 0 rg\t10 10 1e1 30 re f BT /F1 10.00 Tf 10 200 Td";
    String after = " ET  q %last\n Q   1 0 0 RG BI /W 1 /H 1 ID \u0001\u0002 EI ] nonsense";
    try (MadePage page = new MadePage(before + " (x) Tj" + after)) {
      remove(page, "x");

      assertThat(content(page.document())).startsWith(before).endsWith(after);
    }
  }

  @Test
  void leavesTextThatClips() throws IOException {
    String drawing =
        "q BT /F1 100 Tf 7 Tr 10 100 Td (M) Tj ET 1 0 0 rg 0 0 300 300 re f Q"
            + " BT /F1 10 Tf 0 Tr 10 10 Td (x) Tj ET";
    try (MadePage page = new MadePage(drawing)) {
      BufferedImage before = Drawn.withoutText(page.document(), 0, 1);

      remove(page, "Mx");

      assertThat(Drawn.difference(before, Drawn.withoutText(page.document(), 0, 1))).isZero();
      assertThat(content(page.document())).contains("(M) Tj").doesNotContain("(x)");
    }
  }

  @Test
  void takesOutTextDrawnTwice() throws IOException {
    try (MadePage page =
        new MadePage("BT /F1 10 Tf 10 10 Td (x) Tj .2 0 Td (x) Tj 40 0 Td (o) Tj ET")) {
      remove(page, "x");

      assertThat(content(page.document())).doesNotContain("(x)").contains("(o)");
    }
  }

  /** Shows a word where the first glyph was, at 100, 100, and takes that out. */
  private static void show(MadePage page, Paint paint, double weight) throws IOException {
    DocumentEdits document = new DocumentEdits(page.document());
    PageContent content = page.read();
    PageEdits edits = document.of(content);
    Glyph first = content.glyphs().get(0);
    edits.remove(first);
    edits.show(
        first,
        font(),
        codes("new"),
        new Matrix(20, 0, 0, 20, 100, 100),
        paint == null ? first.paint() : paint,
        weight);
    edits.apply();
    document.finish();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BT /F1 10 Tf 1 0 0 rg 10 200 Td (x) Tj 0 1 0 rg (o) Tj ET",
        ".5 0 0 .5 0 100 cm BT /F1 10 Tf 3 Tc 50 Tz 4 Ts 1 0 0 rg 10 200 Td (x) Tj (o) Tj ET",
        "1 0 0 rg BT /P <</MCID 1>> BDC /F1 10 Tf 3 Tc 7 Tw 10 200 Td (x o) Tj EMC (o) Tj ET",
        "BT /F1 10 Tf 20 TL 10 200 Td (o) Tj 2 Tr 1 0 0 rg 1 0 0 RG 0 w /P <</MCID 1>> BDC 9 Tc"
            + " (x o) Tj EMC (o) ' ET",
        "1 0 0 rg BT /F1 10 Tf 10 200 Td (x) Tj q 2 0 0 2 0 0 cm (o) Tj Q ET",
        "q BT /F1 10 Tf 1 0 0 rg 10 200 Td (x) Tj 7 Tr (M) Tj ET Q BT /F1 10 Tf 9 9 Td (o) Tj ET",
        "1 0 0 rg BT /F1 10 Tf 10 200 Td (x) Tj",
        "1 0 0 rg /A Do",
      })
  void showsTextWhereItIsToBe(String drawing) throws IOException {
    try (MadePage page = new MadePage(drawing)) {
      page.form("A", "BT /F1 10 Tf 10 200 Td (x) Tj (o) Tj ET", true);
      List<Glyph> kept =
          page.read().glyphs().stream().filter(glyph -> glyph.text().equals("o")).toList();

      int first = page.read().glyphs().get(0).text().equals("x") ? 0 : 1;
      DocumentEdits document = new DocumentEdits(page.document());
      PageContent content = page.read();
      PageEdits edits = document.of(content);
      Glyph where = content.glyphs().get(first);
      edits.remove(where);
      edits.show(where, font(), codes("new"), new Matrix(20, 0, 0, 20, 100, 100), where.paint(), 0);
      edits.apply();
      document.finish();

      try (PDDocument saved = page.saved()) {
        List<Glyph> glyphs = new PageReader(saved).read(saved.getPage(0), 0).glyphs();
        List<Glyph> shown =
            glyphs.stream().filter(glyph -> glyph.font().name().equals("Courier")).toList();
        assertThat(text(shown)).isEqualTo("new");
        assertThat(shown.get(0).size()).isCloseTo(20, within(0.001));
        assertThat(shown.get(0).box().left()).isCloseTo(100, within(0.001));
        assertThat(shown.get(1).box().left()).isCloseTo(112, within(0.001));
        assertThat(shown.get(0).baseline()).isCloseTo(100, within(0.001));
        assertThat(shown).allMatch(glyph -> glyph.paint().rgb() == 0xFF0000);
        assertThat(shown).allMatch(glyph -> glyph.mark() == where.mark());
        List<Glyph> left = glyphs.stream().filter(glyph -> glyph.text().equals("o")).toList();
        assertThat(left).hasSameSizeAs(kept);
        for (int i = 0; i < left.size(); i++) {
          assertThat(left.get(i).box().left()).isCloseTo(kept.get(i).box().left(), within(0.001));
          assertThat(left.get(i).baseline()).isCloseTo(kept.get(i).baseline(), within(0.001));
          assertThat(left.get(i).box().width()).isCloseTo(kept.get(i).box().width(), within(0.001));
          assertThat(left.get(i).paint().rgb()).isEqualTo(kept.get(i).paint().rgb());
          assertThat(left.get(i).paint().renderMode()).isEqualTo(kept.get(i).paint().renderMode());
        }
      }
    }
  }

  @Test
  void drawsInTheOrderOfTheOldText() throws IOException {
    // What comes after covers half of it.
    try (MadePage page =
        new MadePage("BT /F1 10 Tf 100 100 Td (x) Tj ET 1 1 0 rg 112 90 200 40 re f")) {
      show(page, null, 0);

      BufferedImage image = Drawn.page(page.document());
      assertThat(image.getSubimage(112, 170, 100, 40).getRGB(20, 20)).isEqualTo(0xFFFFFF00);
      assertThat(image.getSubimage(113, 171, 60, 38).getRGB(0, 0, 60, 38, null, 0, 60))
          .containsOnly(0xFFFFFF00);
      int[] beside = image.getSubimage(100, 185, 12, 16).getRGB(0, 0, 12, 16, null, 0, 12);
      assertThat(beside).contains(0xFF000000);
    }
  }

  @Test
  void outlinesTextToMakeItHeavier() throws IOException {
    try (MadePage page = new MadePage("1 0 0 rg BT /F1 10 Tf 10 10 Td (x) Tj (o) Tj ET")) {
      show(page, null, 0.03);

      PageContent content = page.read();
      assertThat(content.glyphs())
          .filteredOn(glyph -> glyph.font().name().equals("Courier"))
          .allMatch(glyph -> glyph.paint().renderMode() == 2);
      assertThat(content(page.document())).contains("1 0 0 RG\n", "0.6 w\n");
    }
  }

  @Test
  void takesOutWhatWasSaidOfOldText() throws IOException {
    try (MadePage page =
        new MadePage(
            "/Span <</ActualText (word) /Lang (en) /MCID 4>> BDC BT /F1 10 Tf (x) Tj ET EMC"
                + " /Span <</ActualText (o)>> BDC BT (o) Tj ET EMC"
                + " /Span /N BDC BT (x) Tj ET EMC")) {
      COSDictionary named = new COSDictionary();
      named.setString(COSName.ACTUAL_TEXT, "other");
      page.resource(COSName.PROPERTIES, "N", named);

      remove(page, "wordother");

      assertThat(content(page.document()))
          .doesNotContain("word", "(x)", "/N BDC")
          .contains("/MCID 4", "/Span BMC");
    }
  }

  @Test
  void takesOutOfStructureWhatWasSaidOfOldText() throws IOException {
    try (MadePage page =
        new MadePage(
            "/P <</MCID 0>> BDC BT /F1 10 Tf (x) Tj ET EMC"
                + " /P <</MCID 1>> BDC BT (o) Tj ET EMC")) {
      COSDictionary root = new COSDictionary();
      COSArray elements = new COSArray();
      COSDictionary section = new COSDictionary();
      section.setString(COSName.ACTUAL_TEXT, "all");
      section.setString(COSName.LANG, "en");
      for (int i = 0; i < 2; i++) {
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.P, i == 0 ? section : root);
        element.setString(COSName.ACTUAL_TEXT, "old");
        element.setString(COSName.LANG, "en");
        elements.add(element);
      }
      COSArray numbers = new COSArray();
      numbers.add(COSInteger.get(7));
      numbers.add(elements);
      COSDictionary parents = new COSDictionary();
      parents.setItem(COSName.NUMS, numbers);
      root.setItem(COSName.PARENT_TREE, parents);
      page.document().getDocumentCatalog().getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, root);
      page.page().setStructParents(7);

      remove(page, "x");

      assertThat(((COSDictionary) elements.get(0)).keySet()).containsExactly(COSName.P);
      assertThat(section.keySet()).containsExactly(COSName.LANG);
      assertThat(((COSDictionary) elements.get(1)).getString(COSName.ACTUAL_TEXT)).isEqualTo("old");
    }
  }

  @Test
  void leavesResourcesOfOtherPagesAlone() throws IOException {
    try (MadePage page = new MadePage("BT /F1 10 Tf 10 10 Td (x) Tj ET")) {
      COSDictionary shared = page.page().getResources().getCOSObject();

      show(page, null, 0);

      assertThat(shared.getCOSDictionary(COSName.FONT).size()).isEqualTo(2);
      assertThat(page.page().getResources().getFontNames()).hasSize(3);
      assertThat(page.page().getResources().getCOSObject()).isNotSameAs(shared);
    }
  }

  @Test
  void changesFormsWhenAllPagesAreRead() throws IOException {
    try (MadePage page = new MadePage("/A Do")) {
      page.form("A", "BT /F1 10 Tf 10 10 Td (xo) Tj ET", false);
      COSStream form =
          page.page()
              .getResources()
              .getCOSObject()
              .getCOSDictionary(COSName.XOBJECT)
              .getCOSStream(COSName.getPDFName("A"));
      COSDictionary predictor = new COSDictionary();
      predictor.setInt(COSName.PREDICTOR, 1);
      form.setItem(COSName.DECODE_PARMS, predictor);
      DocumentEdits document = new DocumentEdits(page.document());
      PageContent content = page.read();
      PageEdits edits = document.of(content);
      edits.remove(content.glyphs().get(0));
      edits.apply();
      assertThat(text(page.read().glyphs())).isEqualTo("xo");

      document.finish();

      assertThat(text(page.read().glyphs())).isEqualTo("o");
      assertThat(form.containsKey(COSName.DECODE_PARMS)).isFalse();
      assertThat(content(page.document())).isEqualTo("/A Do");
    }
  }

  @Test
  void drawsGlyphsElsewhereAsTheyWere() throws IOException {
    try (MadePage page =
        new MadePage("BT /F1 10 Tf 10 10 Td (x) Tj 0 0 1 rg /F2 12 Tf [(a) 10 (by)] TJ ET")) {
      DocumentEdits document = new DocumentEdits(page.document());
      PageContent content = page.read();
      PageEdits edits = document.of(content);
      Glyph moved = content.glyphs().get(3);
      edits.remove(moved);
      edits.remove(content.glyphs().get(0));
      edits.redraw(content.glyphs().get(0), moved, new Matrix(30, 0, 0, 30, 50, 60));
      edits.apply();

      List<Glyph> glyphs = page.read().glyphs();
      assertThat(text(glyphs)).isEqualTo("aby");
      Glyph last = glyphs.get(2);
      assertThat(last.font().name()).isEqualTo("Times-Bold");
      assertThat(last.paint().rgb()).isEqualTo(0x0000FF);
      assertThat(last.box().left()).isCloseTo(50, within(0.001));
      assertThat(last.size()).isCloseTo(30, within(0.001));
    }
  }

  @Test
  void leavesPageAsItIsWhereNothingChanges() throws IOException {
    try (MadePage page = new MadePage("BT /F1 10 Tf 10 10 Td (x) Tj ET")) {
      COSStream before = page.page().getCOSObject().getCOSStream(COSName.CONTENTS);
      DocumentEdits document = new DocumentEdits(page.document());

      document.of(page.read()).apply();
      document.finish();

      assertThat(page.page().getCOSObject().getCOSStream(COSName.CONTENTS)).isSameAs(before);
    }
  }
}
