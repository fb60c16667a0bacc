package dev.yiben.formats.format.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoLanguagesTest {
  @TempDir private Path folder;

  /** Two pages; on the first a link to the second and one to an address, each over its line. */
  private static HandMade linked() throws IOException {
    return new HandMade()
        .page("See the second page", "Ask the harbour office")
        .page("Here it is")
        .link(0, new PDRectangle(70, 696, 120, 15), 1)
        .link(0, new PDRectangle(70, 656, 130, 15), "https://example.org/")
        .outline("Start", 0)
        .outline("End", 1);
  }

  private static PDDocument merged(HandMade made, Path folder, Layout layout) throws IOException {
    return Loader.loadPDF(HandMade.capitals(made.in(folder), FormatOptions.DEFAULT.with(layout)));
  }

  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(document).strip().replaceAll("\\s+", " ");
  }

  /** Returns what the links of a page are over, and where they lead. */
  private static List<String> links(PDDocument document, int number) throws IOException {
    PDPage page = document.getPage(number);
    List<String> links = new ArrayList<>();
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (annotation instanceof PDAnnotationLink link) {
        PDRectangle area = link.getRectangle();
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.addRegion(
            "link",
            new Rectangle2D.Float(
                area.getLowerLeftX(),
                page.getCropBox().getUpperRightY() - area.getUpperRightY(),
                area.getWidth(),
                area.getHeight()));
        stripper.extractRegions(page);
        String place = stripper.getTextForRegion("link").strip().replaceAll("\\s+", " ");
        if (link.getAction() instanceof PDActionURI action) {
          links.add(place + " -> " + action.getURI());
        } else {
          PDPageXYZDestination to = (PDPageXYZDestination) link.getDestination();
          links.add(place + " -> " + (to.retrievePageNumber() + 1) + " at " + to.getLeft());
        }
      }
    }
    return links;
  }

  private static List<String> outline(PDDocument document) throws IOException {
    List<String> items = new ArrayList<>();
    for (var item : document.getDocumentCatalog().getDocumentOutline().children()) {
      int page = document.getPages().indexOf(item.findDestinationPage(document));
      items.add(item.getTitle() + " " + (page + 1));
    }
    return items;
  }

  @Test
  void movesLinksWithTheirWords() throws IOException {
    HandMade made =
        new HandMade()
            .page("See i", "Panel")
            .link(0, new PDRectangle(95, 698, 6, 12), "https://example.org/i")
            .link(0, new PDRectangle(60, 500, 300, 300), "https://example.org/panel");
    try (PDDocument document = merged(made, folder, Layout.TARGET)) {
      assertThat(links(document, 0)).first().isEqualTo("I -> https://example.org/i");
      // Others stay, though there is text below them.
      assertThat(document.getPage(0).getAnnotations().get(1).getRectangle())
          .hasToString("[60.0,500.0,360.0,800.0]");
    }
  }

  @Test
  void facesEachPageWithItsTranslation() throws IOException {
    try (PDDocument document = merged(linked(), folder, Layout.BILINGUAL)) {
      assertThat(document.getNumberOfPages()).isEqualTo(4);
      assertThat(text(document, 1)).isEqualTo("See the second page Ask the harbour office");
      assertThat(text(document, 2)).isEqualTo("SEE THE SECOND PAGE ASK THE HARBOUR OFFICE");
      assertThat(text(document, 3)).isEqualTo("Here it is");
      assertThat(text(document, 4)).isEqualTo("HERE IT IS");
      assertThat(links(document, 0))
          .containsExactly(
              "See the second page -> 3 at 72", "Ask the harbour office -> https://example.org/");
      assertThat(links(document, 1))
          .containsExactly(
              "SEE THE SECOND PAGE -> 4 at 72", "ASK THE HARBOUR OFFICE -> https://example.org/");
      assertThat(outline(document)).containsExactly("Start · START 1", "End · END 3");
      assertThat(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
          .containsExactly("1", "1", "2", "2");
    }
  }

  @Test
  void putsTranslationsFirstWhereTheyAreToBeAbove() throws IOException {
    try (PDDocument document = merged(linked(), folder, Layout.BILINGUAL_ABOVE)) {
      assertThat(text(document, 1)).isEqualTo("SEE THE SECOND PAGE ASK THE HARBOUR OFFICE");
      assertThat(text(document, 4)).isEqualTo("Here it is");
    }
  }

  @Test
  void standsTranslationsBesideTheirSources() throws IOException {
    try (PDDocument document = merged(linked(), folder, Layout.BILINGUAL_SIDE)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(document.getPage(0).getCropBox().getWidth())
          .isEqualTo(2 * PDRectangle.A4.getWidth());
      assertThat(text(document, 2)).isEqualTo("Here it is HERE IT IS");
      int right = 72 + (int) PDRectangle.A4.getWidth();
      assertThat(links(document, 0))
          .containsExactly(
              "See the second page -> 2 at 72",
              "Ask the harbour office -> https://example.org/",
              "SEE THE SECOND PAGE -> 2 at " + right,
              "ASK THE HARBOUR OFFICE -> https://example.org/");
    }
  }

  @Test
  void standsTurnedPagesBesideEachOtherAsTheyAreShown() throws IOException {
    HandMade made = new HandMade().page("Hello there");
    made.document.getPage(0).setRotation(90);
    try (PDDocument document = merged(made, folder, Layout.BILINGUAL_SIDE)) {
      PDRectangle box = document.getPage(0).getMediaBox();
      assertThat(box.getHeight()).isEqualTo(2 * PDRectangle.A4.getHeight());
      assertThat(box.getWidth()).isEqualTo(PDRectangle.A4.getWidth());
    }
  }

  @Test
  void keepsTheLabelsOfPages() throws IOException {
    HandMade made = new HandMade().page("One").page("Two").page("Three");
    var labels = new PDPageLabels(made.document);
    var roman = new PDPageLabelRange();
    roman.setStyle("r");
    labels.setLabelItem(0, roman);
    var numbers = new PDPageLabelRange();
    numbers.setStyle("D");
    numbers.setPrefix("A-");
    labels.setLabelItem(2, numbers);
    made.document.getDocumentCatalog().setPageLabels(labels);
    try (PDDocument document = merged(made, folder, Layout.BILINGUAL)) {
      assertThat(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
          .containsExactly("i", "i", "ii", "ii", "A-1", "A-1");
    }
  }

  @Test
  void fillsInFieldsOnBothPages() throws IOException {
    HandMade made = new HandMade().page("Your name");
    PDAcroForm form = new PDAcroForm(made.document);
    made.document.getDocumentCatalog().setAcroForm(form);
    PDTextField field = new PDTextField(form);
    field.setPartialName("name");
    field.setDefaultAppearance("/Helv 12 Tf");
    field.getWidgets().get(0).setRectangle(new PDRectangle(72, 650, 200, 20));
    made.document.getPage(0).getAnnotations().add(field.getWidgets().get(0));
    form.setFields(List.of(field));
    try (PDDocument document = merged(made, folder, Layout.BILINGUAL)) {
      PDAcroForm both = document.getDocumentCatalog().getAcroForm(null);
      assertThat(both.getFields())
          .singleElement()
          .satisfies(one -> assertThat(one.getWidgets()).hasSize(2));
      assertThat(both.getFields().get(0).getFullyQualifiedName()).isEqualTo("name");
      for (int i = 0; i < 2; i++) {
        assertThat(document.getPage(i).getAnnotations())
            .singleElement()
            .extracting(one -> one.getCOSObject().getCOSDictionary(COSName.PARENT))
            .isSameAs(both.getFields().get(0).getCOSObject());
      }
    }
  }

  @Test
  void sharesFormsThatHaveNoTextAndCopiesThoseThatHave() throws IOException {
    HandMade made = new HandMade().page("Hello there");
    PDPage page = made.document.getPage(0);
    COSName drawn = form(made.document, page, "10 10 50 50 re f");
    COSName written = form(made.document, page, "BT /F1 12 Tf 72 500 Td (In a form) Tj ET");
    try (PDPageContentStream content =
        new PDPageContentStream(made.document, page, AppendMode.APPEND, false)) {
      content.drawForm((PDFormXObject) page.getResources().getXObject(drawn));
      content.drawForm((PDFormXObject) page.getResources().getXObject(written));
    }
    try (PDDocument document = merged(made, folder, Layout.BILINGUAL)) {
      COSDictionary source = objects(document.getPage(0));
      COSDictionary copy = objects(document.getPage(1));
      assertThat(copy.getDictionaryObject(drawn)).isSameAs(source.getDictionaryObject(drawn));
      assertThat(copy.getDictionaryObject(written))
          .isNotSameAs(source.getDictionaryObject(written));
      assertThat(text(document, 1)).isEqualTo("Hello there In a form");
      assertThat(text(document, 2)).isEqualTo("HELLO THERE IN A FORM");
    }
  }

  private static COSDictionary objects(PDPage page) {
    return page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
  }

  private static COSName form(PDDocument document, PDPage page, String content) throws IOException {
    PDFormXObject form = new PDFormXObject(document);
    form.setBBox(PDRectangle.A4);
    form.setResources(new PDResources());
    form.getResources().put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
    try (OutputStream out = form.getContentStream().createOutputStream()) {
      out.write(content.getBytes(US_ASCII));
    }
    return page.getResources().add(form);
  }
}
