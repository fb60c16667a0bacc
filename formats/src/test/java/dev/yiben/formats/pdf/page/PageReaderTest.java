package dev.yiben.formats.pdf.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;

class PageReaderTest {

  private static String text(List<Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }

  private static PageContent read(String content) throws IOException {
    try (MadePage page = new MadePage(content)) {
      return page.read();
    }
  }

  private static String outside(PageContent content, String rule) {
    return text(content.outside().getOrDefault(rule, List.of()));
  }

  @Test
  void readsTextOfEveryOperatorThatShowsText() throws IOException {
    PageContent content =
        read("BT /F1 10 Tf 20 TL 10 200 Td (ab) Tj [(c) -500 (d)] TJ (ef) ' 1 2 (g h) \" ET");

    assertThat(text(content.glyphs())).isEqualTo("abcdefg h");
    assertThat(content.glyphs()).extracting(Glyph::baseline).contains(200.0, 180.0, 160.0);
    assertThat(content.glyphs())
        .extracting(glyph -> glyph.place().operator())
        .containsExactly(4, 4, 5, 5, 6, 6, 7, 7, 7);
    assertThat(content.glyphs().get(3).place().element()).isEqualTo(1);
  }

  @Test
  void placesGlyphsBySpacingStretchAndRise() throws IOException {
    PageContent content = read("BT /F1 10 Tf 3 Tc 7 Tw 50 Tz 4 Ts 100 100 Td (l l) Tj ET");

    // An l is 2.22 wide, a space 2.78; all is stretched to a half.
    List<Glyph> glyphs = content.glyphs();
    assertThat(glyphs.get(1).box().left()).isCloseTo(100 + (2.22 + 3) / 2, within(0.001));
    assertThat(glyphs.get(2).box().left())
        .isCloseTo(100 + (2.22 + 3 + 2.78 + 3 + 7) / 2, within(0.001));
    assertThat(glyphs.get(2).box().width()).isCloseTo(1.11, within(0.001));
    assertThat(glyphs.get(2).baseline()).isCloseTo(104, within(0.001));
    assertThat(glyphs.get(1).place().advance()).isCloseTo(-1000 * 1.278, within(0.01));
  }

  @Test
  void turnsTextUpright() throws IOException {
    PageContent content = read("BT /F1 10 Tf 0 1 -1 0 50 60 Tm (up) Tj ET");

    Glyph glyph = content.glyphs().get(0);
    assertThat(glyph.direction()).isEqualTo(new Direction(90, false));
    assertThat(glyph.direction().onPage(glyph.box()).bottom()).isCloseTo(60, within(0.001));
    assertThat(glyph.baseline()).isCloseTo(-50, within(0.001));
    assertThat(glyph.size()).isCloseTo(10, within(0.001));
  }

  @Test
  void readsFormsWithinFormsAndLeavesOutThoseDrawnAgain() throws IOException {
    try (MadePage page = new MadePage("/A Do q 1 0 0 1 0 100 cm /A Do Q")) {
      page.form("B", "BT /F1 10 Tf 10 10 Td (inner) Tj ET", true)
          .form("A", "BT /F1 10 Tf 10 50 Td (outer) Tj ET /B Do", false);

      PageContent content = page.read();

      assertThat(text(content.glyphs())).isEqualTo("outerinner");
      assertThat(outside(content, PageContent.REPEATED)).isEqualTo("outerinner");
      assertThat(content.streams())
          .extracting(ContentStream::repeated)
          .containsExactly(false, false, false, true, true);
      assertThat(content.glyphs().get(5).place().stream()).isEqualTo(2);
    }
  }

  @Test
  void readsFormWhereItIsSeenFirst() throws IOException {
    try (MadePage page = new MadePage("q 1 0 0 1 0 900 cm /A Do Q /A Do")) {
      page.form("A", "BT /F1 10 Tf 10 50 Td (seen) Tj ET", false);

      PageContent content = page.read();

      assertThat(text(content.glyphs())).isEqualTo("seen");
      assertThat(outside(content, "outside-page")).isEqualTo("seen");
    }
  }

  @Test
  void endsWhereFormsDrawThemselves() throws IOException {
    try (MadePage page = new MadePage("/A Do")) {
      page.form("A", "BT /F1 10 Tf 10 50 Td (once) Tj ET /A Do", false);

      assertThat(text(page.read().glyphs())).isEqualTo("once");
    }
  }

  @Test
  void stopsWhereFormsMultiply() throws IOException {
    try (MadePage page = new MadePage("/A1 Do")) {
      for (int i = 1; i < 40; i++) {
        page.form("A" + i, ("/A" + (i + 1) + " Do ").repeat(10), true);
      }
      page.form("A40", "BT /F1 10 Tf 10 50 Td (x) Tj ET", true);

      assertThat(page.read().complete()).isFalse();
    }
  }

  @Test
  void leavesOutWhatIsNotSeen() throws IOException {
    PageContent content =
        read(
            "BT /F1 10 Tf 10 10 Td (seen) Tj 3 Tr (hidden) Tj 0 Tr ET"
                + " BT /F1 10 Tf 10 400 Td (beyond) Tj ET"
                + " BT /F1 10 Tf 7 Tr 10 30 Td (clip) Tj ET 0 Tr"
                + " q 100 100 50 50 re W n BT /F1 10 Tf 0 Tr 10 250 Td (cut) Tj ET Q"
                + " BT /F1 0 Tf 10 60 Td (none) Tj ET"
                + " BT /F1 10 Tf -1 0 0 1 200 60 Tm (rorrim) Tj ET");

    assertThat(text(content.glyphs())).isEqualTo("seen");
    assertThat(outside(content, "invisible-text")).isEqualTo("hiddennone");
    assertThat(outside(content, "outside-page")).isEqualTo("beyondcut");
    assertThat(outside(content, "clip-text")).isEqualTo("clip");
    assertThat(outside(content, "mirrored-text")).isEqualTo("rorrim");
  }

  @Test
  void leavesOutTextUnderPicturesAndOpaqueAreas() throws IOException {
    try (MadePage page =
        new MadePage(
            "BT /F1 10 Tf 10 10 Td (under) Tj ET q 100 0 0 40 0 0 cm /P Do Q"
                + " BT /F1 10 Tf 10 110 Td (below) Tj ET 1 g 0 100 100 40 re f"
                + " 0 g BT /F1 10 Tf 10 20 Td (above) Tj ET")) {
      page.picture("P");

      PageContent content = page.read();

      assertThat(text(content.glyphs())).isEqualTo("above");
      assertThat(outside(content, "covered-text")).isEqualTo("underbelow");
    }
  }

  @Test
  void leavesOutHiddenLayers() throws IOException {
    try (MadePage page =
        new MadePage(
            "/OC /L BDC BT /F1 10 Tf 10 10 Td (off) Tj ET /S BMC EMC EMC"
                + " BT /F1 10 Tf 10 30 Td (on) Tj ET")) {
      COSDictionary layer = new COSDictionary();
      layer.setItem(COSName.TYPE, COSName.OCG);
      COSArray off = new COSArray();
      off.add(layer);
      COSDictionary usual = new COSDictionary();
      usual.setItem(COSName.OFF, off);
      COSDictionary properties = new COSDictionary();
      properties.setItem(COSName.D, usual);
      page.document().getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, properties);
      page.resource(COSName.PROPERTIES, "L", layer);

      PageContent content = page.read();

      assertThat(text(content.glyphs())).isEqualTo("on");
      assertThat(outside(content, "hidden-layer")).isEqualTo("off");
    }
  }

  @Test
  void takesTextDrawnTwiceForBold() throws IOException {
    PageContent content =
        read(
            "BT /F1 10 Tf 10 10 Td (bold) Tj ET BT /F1 10 Tf 10.3 10 Td (bold) Tj ET"
                + " BT /F1 10 Tf 10 50 Td (all) Tj ET");

    assertThat(text(content.glyphs())).isEqualTo("boldall");
    assertThat(outside(content, "drawn-twice")).isEqualTo("bold");
    assertThat(content.glyphs().get(0).font().bold()).isTrue();
    assertThat(content.glyphs().get(4).font().bold()).isFalse();
    assertThat(content.twins().get(0)).hasSize(1);
  }

  @Test
  void readsWhatFileSaysThatGlyphsStandFor() throws IOException {
    PageContent content =
        read(
            "BT /F1 10 Tf 10 10 Td /Span <</ActualText (fi)>> BDC (x) Tj EMC"
                + " /Span <</ActualText (ab)>> BDC (yz) Tj EMC"
                + " /Span <</ActualText (q)>> BDC (rs) Tj EMC ET");

    assertThat(content.glyphs()).extracting(Glyph::text).containsExactly("fi", "a", "b", "q", "");
    assertThat(content.glyphs().get(4).isBlank()).isFalse();
  }

  @Test
  void knowsWhatCannotBeRead() throws IOException {
    // Helvetica has no glyph for the second code.
    PageContent content = read("BT /F1 10 Tf 10 10 Td (a\\001 ) Tj ET");

    assertThat(content.glyphs()).extracting(Glyph::isReadable).containsExactly(true, false, true);
    assertThat(content.glyphs().get(2).isBlank()).isTrue();
  }

  @Test
  void tellsMarkedContentAndColors() throws IOException {
    PageContent content =
        read(
            "/P <</MCID 7>> BDC 1 0 0 rg BT /F1 10 Tf 10 10 Td (a) Tj ET EMC"
                + " /Artifact BMC 0 0 1 RG BT 1 Tr 10 30 Td (b) Tj ET EMC");

    Glyph first = content.glyphs().get(0);
    assertThat(first.mark()).isEqualTo(7);
    assertThat(first.artifact()).isFalse();
    assertThat(first.paint().rgb()).isEqualTo(0xFF0000);
    Glyph second = content.glyphs().get(1);
    assertThat(second.mark()).isEqualTo(-1);
    assertThat(second.artifact()).isTrue();
    assertThat(second.paint().rgb()).isEqualTo(0x0000FF);
  }

  @Test
  void readsOnAfterOperatorsThatMakeNoSense() throws IOException {
    PageContent content =
        read(
            "Q Q /F9 gs cm [1] cm (x) Tf 10 (a) re /No Do EMC /X BDC /None 3 Tf"
                + " BT /F1 10 Tf 10 10 Td (fine) Tj ET");

    assertThat(text(content.glyphs())).isEqualTo("fine");
  }

  @Test
  void tellsLinesOfPathPieceByPiece() throws IOException {
    PageContent content =
        read(
            "1 0 0 RG 10 10 m 200 10 l 10 50 m 200 50 l 10 10 m 10 50 l S"
                + " 20 100 30 40 re S 0 1 0 rg 100 100 30 40 re 200 100 50 1 re f"
                + " q 0 0 150 150 re W n 140 140 40 40 re f Q");

    assertThat(content.shapes())
        .extracting(Shape::kind)
        .containsExactly(
            Shape.Kind.RULE,
            Shape.Kind.RULE,
            Shape.Kind.RULE,
            Shape.Kind.AREA,
            Shape.Kind.AREA,
            Shape.Kind.RULE,
            Shape.Kind.AREA);
    assertThat(content.shapes().get(1))
        .isEqualTo(new Shape(new Box(10, 50, 200, 50), Shape.Kind.RULE, 0xFF0000, true, 0));
    assertThat(content.shapes().get(3).stroked()).isTrue();
    assertThat(content.shapes().get(4).rgb()).isEqualTo(0x00FF00);
    assertThat(content.shapes().get(6).box()).isEqualTo(new Box(140, 140, 150, 150));
  }
}
