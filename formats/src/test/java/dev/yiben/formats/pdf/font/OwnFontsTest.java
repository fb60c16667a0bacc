package dev.yiben.formats.pdf.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OwnFontsTest {
  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;!?()'-";
  private static final FontStyle TINOS = FontStyle.PLAIN.of("Tinos");

  private static ByteArrayInputStream tinos() throws IOException {
    try (var in = OwnFonts.class.getResourceAsStream("Tinos-Regular.ttf")) {
      return new ByteArrayInputStream(in.readAllBytes());
    }
  }

  /** A file with a text in a font. */
  private static byte[] file(String text, boolean simple, boolean subset) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDFont font =
          simple
              ? PDTrueTypeFont.load(document, tinos(), WinAnsiEncoding.INSTANCE)
              : PDType0Font.load(document, tinos(), subset);
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(font, 12);
        content.showText(text);
        content.endText();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static FontFace chosen(byte[] file, String text, String language) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      FontLibrary library = FontLibrary.of(List.of(), document.getPages());
      return library.faces(text, TINOS, language).get(0).face();
    }
  }

  @Test
  void writesInTheFontOfTheSourceWhereItIsWhole() throws IOException {
    assertThat(chosen(file("x", false, false), "Größe", "de")).isInstanceOf(OwnFace.class);
    assertThat(chosen(file("x", true, false), "Größe", "de")).isInstanceOf(OwnFace.class);
  }

  @Test
  void writesInASubsetThatHasAllLetters() throws IOException {
    assertThat(chosen(file(ALPHABET, false, true), "text", "en")).isInstanceOf(OwnFace.class);
    assertThat(chosen(file(ALPHABET, false, true), "text", "de")).isInstanceOf(ProgramFace.class);
    assertThat(chosen(file("text", false, true), "text", "en")).isInstanceOf(ProgramFace.class);
  }

  @Test
  void leavesOtherLettersToOtherFonts() throws IOException {
    try (PDDocument document = Loader.loadPDF(file(ALPHABET, false, true))) {
      FontLibrary library = FontLibrary.of(List.of(), document.getPages());
      List<FaceRun> runs = library.faces("a译", TINOS, "zh");
      assertThat(runs).hasSize(2);
      assertThat(runs.get(0).face()).isInstanceOf(OwnFace.class);
    }
  }

  @Test
  void encodesAsTheFontDoes() throws IOException {
    for (boolean simple : new boolean[] {true, false}) {
      try (PDDocument document = Loader.loadPDF(file("x", simple, false))) {
        FontLibrary library = FontLibrary.of(List.of(), document.getPages());
        FontFace face = library.faces("aé", TINOS, "en").get(0).face();
        DocumentFonts fonts = new DocumentFonts(document);
        byte[] codes = fonts.encode(face, "aé");
        PDFont font =
            document
                .getPage(0)
                .getResources()
                .getFont(document.getPage(0).getResources().getFontNames().iterator().next());
        assertThat(codes).isEqualTo(font.encode("aé"));
        assertThat(face.advance('a'))
            .isCloseTo(font.getStringWidth("a") / 1000.0, Offset.offset(1e-6));
        assertThat(fonts.dictionary(face)).isSameAs(font.getCOSObject());
        fonts.finish();
      }
    }
  }
}
