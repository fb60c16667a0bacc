package dev.yiben.formats.pdf.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DocumentFontsTest {
  private final FontLibrary library;

  DocumentFontsTest() throws IOException {
    library = FontLibrary.bundled();
  }

  private static byte[] emptyPage() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(1L);
      document.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** Returns a file with a text, as changes behind an empty page. */
  private byte[] written(String text, String language) throws IOException {
    try (PDDocument document = Loader.loadPDF(emptyPage())) {
      document.setDocumentId(1L);
      DocumentFonts fonts = new DocumentFonts(document);
      PDPage page = document.getPage(0);
      COSDictionary resources = new COSDictionary();
      page.setResources(new PDResources(resources));
      COSDictionary named = new COSDictionary();
      resources.setItem(COSName.FONT, named);
      StringBuilder content = new StringBuilder("BT 20 TL 50 700 Td ");
      for (FaceRun run : library.faces(text, FontStyle.PLAIN, language)) {
        String name = "F" + run.face().name();
        named.setItem(name, fonts.dictionary(run.face()));
        COSString codes = new COSString(fonts.encode(run.face(), run.text()));
        content.append("/" + name + " 12 Tf <" + codes.toHexString() + "> Tj ");
      }
      content.append("ET");
      PDStream stream = new PDStream(document);
      try (var out = stream.createOutputStream()) {
        out.write(content.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
      page.setContents(stream);
      fonts.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      return out.toByteArray();
    }
  }

  private static String extracted(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document).strip();
    }
  }

  @Test
  void extractsWhatIsWritten() throws IOException {
    String text = "Text 译文 日本語 한국어 Ωμέγα ✓";
    assertThat(extracted(written(text, "zh"))).isEqualTo(text);
  }

  @Test
  void keepsApartCharactersThatShareAGlyph() throws IOException {
    // The signs of ohm and micron look like letters.
    String text = "Ω\u2126 µ\u03BC 𝑨A";
    assertThat(extracted(written(text, "en"))).isEqualTo(text);
  }

  @Test
  void extractsLettersOfJoinedForms() throws IOException {
    String visual = new StringBuilder(Shaping.shape("بلا پس")).reverse().toString();
    assertThat(extracted(written(visual, "ar")).replaceAll("[\u202A-\u202E\u2066-\u2069]", ""))
        .isEqualTo("بلا پس");
  }

  @Test
  void embedsFontsWithTheirGlyphs() throws IOException {
    try (PDDocument document = Loader.loadPDF(written("译文 ab", "zh"))) {
      PDResources resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font).isInstanceOf(PDType0Font.class);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
        assertThat(((PDType0Font) font).getPath(1).getBounds2D().getHeight()).isPositive();
      }
      assertThat(resources.getFontNames()).hasSize(2);
    }
  }

  @Test
  void declaresTheWidthsOfItsGlyphs() throws IOException {
    FontFace face = library.faces("i", FontStyle.PLAIN, "en").get(0).face();
    try (PDDocument document = Loader.loadPDF(written("iW", "en"))) {
      PDResources resources = document.getPage(0).getResources();
      PDFont font = resources.getFont(resources.getFontNames().iterator().next());
      assertThat(font.getWidth(1) / 1000.0).isCloseTo(face.advance('i'), within(0.001));
      assertThat(font.getWidth(2) / 1000.0).isCloseTo(face.advance('W'), within(0.001));
      assertThat(font.getWidthFromFont(2) / 1000.0).isCloseTo(face.advance('W'), within(0.001));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void writesTheSameBytesEachTime() throws IOException {
    assertThat(written("Text 译文", "zh")).isEqualTo(written("Text 译文", "zh"));
  }

  @Test
  void takesLittleRoom() throws IOException {
    assertThat(written("译文", "zh").length - emptyPage().length).isLessThan(6_000);
  }
}
