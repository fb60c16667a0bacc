package dev.yiben.formats.format.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.PdfOptions;
import dev.yiben.formats.format.PdfSave;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeculiarFilesTest {
  private static final FormatOptions COMPACT =
      FormatOptions.DEFAULT.with(new PdfOptions(PdfSave.COMPACT, 0.6, List.of()));

  @TempDir private Path folder;

  private static HandMade protectedBy(String user, boolean changes) throws IOException {
    HandMade made = new HandMade().page("Hello there");
    AccessPermission permission = new AccessPermission();
    permission.setCanModify(changes);
    StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", user, permission);
    policy.setEncryptionKeyLength(128);
    made.document.protect(policy);
    return made;
  }

  private static String text(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document).strip().replaceAll("\\s+", " ");
    }
  }

  private static List<String> notices(Path file) {
    try (Document document = new PdfFormat().open(file, FormatOptions.DEFAULT)) {
      return document.notices();
    }
  }

  @Test
  void refusesAFileThatNeedsAPassword() throws IOException {
    Path file = protectedBy("secret", true).in(folder);
    assertThatThrownBy(() -> new PdfFormat().open(file, FormatOptions.DEFAULT))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith(file + ": needs a password");
  }

  @Test
  void refusesAFileThatMayNotBeChanged() throws IOException {
    Path file = protectedBy("", false).in(folder);
    assertThatThrownBy(() -> new PdfFormat().open(file, FormatOptions.DEFAULT))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith(file + ": is protected against changes");
  }

  @Test
  void translatesAnEncryptedFileThatMayBeChanged() throws IOException {
    Path file = protectedBy("", true).in(folder);
    assertThat(notices(file)).singleElement().asString().contains("encrypted");
    List<String> problems = new ArrayList<>();
    byte[] merged = HandMade.capitals(file, COMPACT, problems);
    assertThat(problems).singleElement().asString().contains("cannot be saved anew");
    assertThat(text(merged)).isEqualTo("HELLO THERE");
    try (PDDocument document = Loader.loadPDF(merged)) {
      assertThat(document.isEncrypted()).isTrue();
    }
  }

  @Test
  void keepsTheOriginalBeforeWhatChanges() throws IOException {
    Path file = new HandMade().page("Hello there").in(folder);
    byte[] original = Files.readAllBytes(file);
    byte[] merged = HandMade.capitals(file, FormatOptions.DEFAULT);
    assertThat(Arrays.copyOf(merged, original.length)).isEqualTo(original);
    assertThat(text(merged)).isEqualTo("HELLO THERE");
  }

  @Test
  void savesCompactlyWithoutTheOldText() throws IOException {
    HandMade made = new HandMade().page("Hello there").title("Old harbour");
    Path file = made.in(folder);
    byte[] merged = HandMade.capitals(file, COMPACT);
    assertThat(text(merged)).isEqualTo("HELLO THERE");
    assertThat(new String(merged, ISO_8859_1)).doesNotContain("Old harbour");
    assertThat(HandMade.capitals(file, COMPACT)).isEqualTo(merged);
  }

  @Test
  void savesAnewWhereTheTableOfObjectsIsLost() throws IOException {
    byte[] sound = new HandMade().page("Hello there").bytes();
    String text = new String(sound, ISO_8859_1);
    String lost = text.replaceAll("startxref\\s+\\d+", "startxref\n7");
    Path file = Files.write(folder.resolve("lost.pdf"), lost.getBytes(ISO_8859_1));
    List<String> problems = new ArrayList<>();
    byte[] merged = HandMade.capitals(file, FormatOptions.DEFAULT, problems);
    assertThat(problems).singleElement().asString().contains("saved anew");
    assertThat(text(merged)).isEqualTo("HELLO THERE");
  }

  @Test
  void leavesScannedPagesWithTheirRecognisedText() throws IOException {
    HandMade made = new HandMade().page("Hello there").page();
    scan(made, 1);
    Path file = made.in(folder);
    assertThat(notices(file)).singleElement().asString().startsWith("page 2: scanned");
    try (Document document = new PdfFormat().open(file, FormatOptions.DEFAULT)) {
      assertThat(document.segments().stream().filter(one -> one.skipRule().isEmpty()))
          .extracting(segment -> segment.source().plainText())
          .containsExactly("Hello there");
    }
    assertThat(text(HandMade.capitals(file, FormatOptions.DEFAULT)))
        .contains("HELLO THERE", "Recognised words");
  }

  @Test
  void translatesTextThatWasPutOnAScan() throws IOException {
    HandMade made = new HandMade().page("Received");
    scan(made, 0);
    Path file = made.in(folder);
    assertThat(notices(file)).singleElement().asString().startsWith("page 1: scanned; just");
    assertThat(text(HandMade.capitals(file, FormatOptions.DEFAULT)))
        .contains("RECEIVED", "Recognised words");
  }

  /** Makes a page a picture with recognised words on it, below what it has. */
  private static void scan(HandMade made, int page) throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(
            made.document, made.document.getPage(page), AppendMode.PREPEND, false)) {
      content.drawImage(
          LosslessFactory.createFromImage(
              made.document, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB)),
          0,
          0,
          595,
          842);
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 12);
      content.setRenderingMode(RenderingMode.NEITHER);
      content.newLineAtOffset(72, 600);
      content.showText("Recognised words");
      content.endText();
      content.setRenderingMode(RenderingMode.FILL);
    }
  }

  @Test
  void leavesFormsWhoseTextIsElsewhere() throws IOException {
    HandMade made = new HandMade().page("Please wait");
    PDAcroForm form = new PDAcroForm(made.document);
    form.getCOSObject().setItem(COSName.XFA, new COSString("<xdp/>"));
    made.document.getDocumentCatalog().setAcroForm(form);
    made.document
        .getDocumentCatalog()
        .getCOSObject()
        .setBoolean(COSName.getPDFName("NeedsRendering"), true);
    Path file = made.in(folder);
    assertThat(notices(file)).singleElement().asString().contains("XFA");
    try (Document document = new PdfFormat().open(file, FormatOptions.DEFAULT)) {
      assertThat(document.segments())
          .extracting(Segment::skipRule)
          .containsExactly(Optional.of("xfa"));
    }
  }

  @Test
  void tellsPagesByRanges() {
    assertThat(PageNumbers.told(List.of(3))).isEqualTo("page 3");
    assertThat(PageNumbers.told(List.of(1, 4, 5, 6, 9))).isEqualTo("pages 1, 4-6, 9");
  }
}
