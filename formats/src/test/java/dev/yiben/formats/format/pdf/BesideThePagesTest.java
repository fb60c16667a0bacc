package dev.yiben.formats.format.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BesideThePagesTest {
  @TempDir private Path folder;

  private static List<String> beside(Path file) {
    try (Document document = new PdfFormat().open(file, FormatOptions.DEFAULT)) {
      return document.segments().stream()
          .filter(segment -> segment.stream().equals("document"))
          .map(BesideThePagesTest::told)
          .toList();
    }
  }

  private static String told(Segment segment) {
    String rule = segment.skipRule().map(" "::concat).orElse("");
    return segment.id() + rule + ": " + segment.source().marked();
  }

  @Test
  void translatesTheTitleOnceAndWritesItInBothPlaces() throws IOException {
    Path file = new HandMade().page("Hello there").title("The old harbour").in(folder);
    assertThat(beside(file)).containsExactly("info#title: The old harbour");
    byte[] merged = HandMade.capitals(file, FormatOptions.DEFAULT);
    try (PDDocument document = Loader.loadPDF(merged)) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("THE OLD HARBOUR");
      assertThat(document.getDocumentCatalog().getMetadata().toByteArray())
          .asString(UTF_8)
          .isEqualTo(HandMade.PACKET.formatted("THE OLD HARBOUR"));
    }
  }

  @Test
  void readsATitleThatOnlyThePacketHas() throws IOException {
    HandMade made = new HandMade().page("Hello there").title("A &amp; B");
    made.document.getDocumentInformation().setTitle(null);
    Path file = made.in(folder);
    assertThat(beside(file)).containsExactly("info#title: A & B");
  }

  @Test
  void keepsTwoTitlesThatDifferApart() throws IOException {
    HandMade made = new HandMade().page("Hello there").title("The old harbour");
    made.document.getDocumentInformation().setTitle("Microsoft Word - harbour.doc");
    assertThat(beside(made.in(folder)))
        .containsExactly(
            "info#title file-name: Microsoft Word - harbour.doc", "xmp#title: The old harbour");
  }

  @Test
  void leavesAPacketThatCannotBeRead() throws IOException {
    HandMade made = new HandMade().page("Hello there").title("<b>");
    assertThat(beside(made.in(folder))).containsExactly("info#title: <b>");
  }

  @Test
  void translatesTheOutlineInItsOrder() throws IOException {
    Path file =
        new HandMade()
            .page("Hello there")
            .page("Good bye")
            .outline("Greeting", 0)
            .outline("Farewell", 1)
            .in(folder);
    assertThat(beside(file)).containsExactly("outline#1: Greeting", "outline#2: Farewell");
    byte[] merged = HandMade.capitals(file, FormatOptions.DEFAULT);
    try (PDDocument document = Loader.loadPDF(merged)) {
      assertThat(document.getDocumentCatalog().getDocumentOutline().children())
          .extracting(item -> item.getTitle() + " " + item.findDestinationPage(document))
          .containsExactly("GREETING " + document.getPage(0), "FAREWELL " + document.getPage(1));
    }
  }

  @Test
  void readsAnOutlineThatLeadsBackToItself() throws IOException {
    HandMade made = new HandMade().page("Hello there").outline("Greeting", 0);
    COSDictionary outline = made.document.getDocumentCatalog().getDocumentOutline().getCOSObject();
    COSDictionary item = outline.getCOSDictionary(COSName.FIRST);
    item.setItem(COSName.NEXT, item);
    item.setItem(COSName.FIRST, outline);
    assertThat(beside(made.in(folder))).containsExactly("outline#1: Greeting");
  }

  @Test
  void translatesWhatFieldsAndPicturesTell() throws IOException {
    HandMade made = new HandMade().page("Hello there");
    PDAcroForm form = new PDAcroForm(made.document);
    made.document.getDocumentCatalog().setAcroForm(form);
    PDTextField field = new PDTextField(form);
    field.setPartialName("text1");
    field.setAlternateFieldName("Your name");
    field.getCOSObject().setString(COSName.V, "Ann");
    PDTextField unnamed = new PDTextField(form);
    unnamed.setPartialName("text2");
    unnamed.setAlternateFieldName("text2");
    form.setFields(List.of(field, unnamed));
    PDStructureTreeRoot root = new PDStructureTreeRoot();
    made.document.getDocumentCatalog().setStructureTreeRoot(root);
    for (String text : List.of("A boat", "boat.png")) {
      PDStructureElement figure = new PDStructureElement("Figure", root);
      figure.setAlternateDescription(text);
      root.appendKid(figure);
    }
    Path file = made.in(folder);
    assertThat(beside(file))
        .containsExactly(
            "field#1: Your name",
            "field#2 identifier: text2",
            "alt#1: A boat",
            "alt#2 file-name: boat.png");
    try (Document document = new PdfFormat().open(file, FormatOptions.DEFAULT)) {
      assertThat(document.coverage().outside()).containsEntry("form-field", 3L);
    }
    byte[] merged = HandMade.capitals(file, FormatOptions.DEFAULT);
    try (PDDocument document = Loader.loadPDF(merged)) {
      assertThat(document.getDocumentCatalog().getAcroForm().getFields())
          .extracting(one -> one.getAlternateFieldName() + one.getValueAsString())
          .containsExactly("YOUR NAMEAnn", "text2");
      COSArray kids =
          document
              .getDocumentCatalog()
              .getStructureTreeRoot()
              .getCOSObject()
              .getCOSArray(COSName.K);
      assertThat(((COSDictionary) kids.getObject(0)).getString(COSName.ALT)).isEqualTo("A BOAT");
    }
  }

  @Test
  void declaresTheLanguageOfTheTranslation() throws IOException {
    HandMade made = new HandMade().page("Hello there");
    made.document.getDocumentCatalog().setLanguage("en-GB");
    Path file = made.in(folder);
    try (Document document = new PdfFormat().open(file, FormatOptions.DEFAULT)) {
      assertThat(document.declaredLanguage()).contains("en-GB");
    }
    try (PDDocument document = Loader.loadPDF(HandMade.capitals(file, FormatOptions.DEFAULT))) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
    }
  }

  @Test
  void doesNotBelieveADeclaredLanguageInOtherLetters() throws IOException {
    HandMade made = new HandMade().page("Hello there");
    made.document.getDocumentCatalog().setLanguage("ja");
    try (Document document = new PdfFormat().open(made.in(folder), FormatOptions.DEFAULT)) {
      assertThat(document.declaredLanguage()).isEmpty();
    }
  }

  @Test
  void beginsAStreamWhereALongChapterEnds() throws IOException {
    String line = "The keeper of the light went down to the harbour once a day.";
    String[] lines = new String[16];
    Arrays.fill(lines, line);
    HandMade made = new HandMade();
    for (int i = 0; i < 30; i++) {
      made.page(lines);
    }
    made.outline("One", 0).outline("Two", 1).outline("Three", 20);
    try (Document document = new PdfFormat().open(made.in(folder), FormatOptions.DEFAULT)) {
      assertThat(document.segments().stream().map(Segment::stream).distinct())
          .containsExactly("page-1", "page-21", "document");
    }
  }
}
