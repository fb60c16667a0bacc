package dev.yiben.formats.pdf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** PDF files that are made for tests; the same calls give the same bytes. */
public final class MadePdf implements AutoCloseable {
  private static final long ID = 20_260_101;

  private final PDDocument document = new PDDocument();
  private final PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
  private final PDRectangle size;
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private PDPage page;
  private PDPageContentStream content;

  /** Begins a file with pages of A4. */
  public MadePdf() {
    this(PDRectangle.A4);
  }

  /** Begins a file with pages of a size. */
  public MadePdf(PDRectangle size) {
    this.size = size;
    document.setDocumentId(ID);
  }

  /** Begins a page. */
  public MadePdf page() throws IOException {
    endPage();
    page = new PDPage(size);
    document.addPage(page);
    content = new PDPageContentStream(document, page);
    return this;
  }

  /** Begins a page that is shown turned by so many degrees. */
  public MadePdf page(int rotation) throws IOException {
    page();
    page.setRotation(rotation);
    return this;
  }

  private void endPage() throws IOException {
    if (content != null) {
      content.close();
    }
  }

  /** Shows a line. */
  public MadePdf line(double x, double y, double fontSize, String text) throws IOException {
    return line(x, y, fontSize, false, Color.BLACK, text);
  }

  /** Shows a line in a colour. */
  public MadePdf line(double x, double y, double fontSize, boolean strong, Color color, String text)
      throws IOException {
    content.beginText();
    content.setNonStrokingColor(color);
    content.setFont(strong ? bold : plain, (float) fontSize);
    content.newLineAtOffset((float) x, (float) y);
    content.showText(text);
    content.endText();
    return this;
  }

  /**
   * Shows a paragraph, and returns the baseline of its last line.
   *
   * @param y baseline of its first line
   * @param text words between asterisks are bold
   */
  public double paragraph(
      double x, double y, double width, double fontSize, double leading, String text)
      throws IOException {
    double baseline = y;
    for (List<String> line : lines(width, fontSize, text)) {
      double at = x;
      for (String word : line) {
        boolean strong = word.startsWith("*");
        String shown = word.replace("*", "");
        line(at, baseline, fontSize, strong, Color.BLACK, shown);
        at += width(strong ? bold : plain, fontSize, shown + " ");
      }
      baseline -= leading;
    }
    return baseline + leading;
  }

  private List<List<String>> lines(double width, double fontSize, String text) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    double used = 0;
    for (String word : text.split(" ")) {
      double wide = width(word.startsWith("*") ? bold : plain, fontSize, word.replace("*", ""));
      if (!line.isEmpty() && used + wide > width) {
        lines.add(line);
        line = new ArrayList<>();
        used = 0;
      }
      line.add(word);
      used += wide + width(plain, fontSize, " ");
    }
    lines.add(line);
    return lines;
  }

  private static double width(PDFont font, double fontSize, String text) throws IOException {
    return font.getStringWidth(text) / 1000 * fontSize;
  }

  /** Draws a line. */
  public MadePdf rule(double x1, double y1, double x2, double y2) throws IOException {
    content.setStrokingColor(Color.GRAY);
    content.moveTo((float) x1, (float) y1);
    content.lineTo((float) x2, (float) y2);
    content.stroke();
    return this;
  }

  /** Fills a rectangle. */
  public MadePdf area(double x, double y, double width, double height, Color color)
      throws IOException {
    content.setNonStrokingColor(color);
    content.addRect((float) x, (float) y, (float) width, (float) height);
    content.fill();
    return this;
  }

  /** Draws a picture of a sky. */
  public MadePdf picture(double x, double y, double width, double height) throws IOException {
    BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < image.getHeight(); row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        image.setRGB(column, row, new Color(60 + column, 100 + 2 * row, 200).getRGB());
      }
    }
    content.drawImage(
        LosslessFactory.createFromImage(document, image),
        (float) x,
        (float) y,
        (float) width,
        (float) height);
    return this;
  }

  /** Puts a link over a place. */
  public MadePdf link(double x, double y, double width, double height, String address)
      throws IOException {
    PDAnnotationLink link = new PDAnnotationLink();
    link.setRectangle(new PDRectangle((float) x, (float) y, (float) width, (float) height));
    PDActionURI action = new PDActionURI();
    action.setURI(address);
    link.setAction(action);
    page.getAnnotations().add(link);
    return this;
  }

  /** Names the page in the outline. */
  public MadePdf chapter(String title) {
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    PDPageFitDestination destination = new PDPageFitDestination();
    destination.setPage(page);
    item.setDestination(destination);
    outline.addLast(item);
    document.getDocumentCatalog().setDocumentOutline(outline);
    return this;
  }

  /** Returns the document, for what else is to be in it. */
  public PDDocument document() {
    return document;
  }

  /** Returns the file. */
  public byte[] bytes() throws IOException {
    endPage();
    content = null;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  /** Returns a page with a heading, two paragraphs and a footer. */
  public static byte[] letter() throws IOException {
    try (MadePdf pdf = new MadePdf()) {
      pdf.page().line(72, 760, 20, true, Color.BLACK, "The keeper of the light");
      double end =
          pdf.paragraph(
              72,
              720,
              440,
              11,
              14,
              "Every evening the keeper climbs the stairs of the tower and lights the lamp. From"
                  + " the gallery he can see *forty miles* of water, and on clear nights the lamps"
                  + " of the other coast. He writes down which ships pass, and when.");
      pdf.paragraph(
          72,
          end - 24,
          440,
          11,
          14,
          "In the winter nobody comes to the island for weeks. Then he reads the old books of the"
              + " station, mends the nets and waits for the boat that brings letters and flour.");
      return pdf.bytes();
    }
  }

  /** Returns a page with two columns, a picture and words on a dark ground. */
  public static byte[] columns() throws IOException {
    try (MadePdf pdf = new MadePdf()) {
      pdf.page()
          .area(50, 770, 495, 40, new Color(20, 30, 80))
          .line(60, 783, 18, true, Color.WHITE, "News from the harbour")
          .picture(50, 560, 230, 150);
      pdf.paragraph(
          50,
          740,
          230,
          10,
          13,
          "The new crane was put up on Monday. It lifts twice as much as the old one did.");
      pdf.paragraph(
          50,
          540,
          230,
          10,
          13,
          "Boats that need repairs can now be taken out of the water on the same day, and the yard"
              + " has hired three carpenters who know how to bend planks.");
      pdf.paragraph(
          315,
          740,
          230,
          10,
          13,
          "The fish market opens an hour earlier in the summer. Buyers from the city have asked for"
              + " that, because the road is empty before six and the ice keeps longer.");
      pdf.paragraph(
          315,
          660,
          230,
          10,
          13,
          "At the end of the pier the lamp has been painted. The council thanks all who helped.");
      return pdf.bytes();
    }
  }

  /** Returns a page with a table that lines part. */
  public static byte[] table() throws IOException {
    String[][] cells = {
      {"Article", "Colour", "Price"}, {"Blanket", "green", "24.50"}, {"Lantern", "brass", "61.00"}
    };
    try (MadePdf pdf = new MadePdf()) {
      pdf.page().line(72, 760, 16, true, Color.BLACK, "Goods of the ship's store");
      for (int row = 0; row <= cells.length; row++) {
        pdf.rule(72, 730 - 24 * row, 432, 730 - 24 * row);
      }
      for (int column = 0; column <= 3; column++) {
        pdf.rule(72 + 120 * column, 730, 72 + 120 * column, 730 - 24 * cells.length);
      }
      for (int row = 0; row < cells.length; row++) {
        for (int column = 0; column < 3; column++) {
          pdf.line(78 + 120 * column, 714 - 24 * row, 11, cells[row][column]);
        }
      }
      return pdf.bytes();
    }
  }

  /** Returns a page with a link in a paragraph, and an outline. */
  public static byte[] links() throws IOException {
    try (MadePdf pdf = new MadePdf()) {
      pdf.page()
          .chapter("Where to write to")
          .line(72, 760, 16, true, Color.BLACK, "Where to write to");
      pdf.paragraph(
          72,
          730,
          420,
          11,
          14,
          "Letters to the keeper go with the boat that leaves the harbour on Fridays at noon.");
      pdf.line(72, 690, 11, "Timetable of the boat");
      pdf.link(72, 687, 110, 12, "https://example.org/boat");
      return pdf.bytes();
    }
  }

  /** Returns a book of pages with two paragraphs, a header and a page number. */
  public static byte[] book(int pages) throws IOException {
    try (MadePdf pdf = new MadePdf(PDRectangle.A5)) {
      for (int number = 1; number <= pages; number++) {
        pdf.page().line(40, 570, 8, "A year on the island");
        double y = 540;
        for (int paragraph = 1; paragraph <= 5; paragraph++) {
          y =
              pdf.paragraph(
                      40,
                      y,
                      340,
                      9.5,
                      12,
                      "On day "
                          + (number * 5 + paragraph)
                          + " of the year the wind came from the west and the sea was grey. The"
                          + " keeper counted the gulls on the rocks, looked after the lamp and wrote"
                          + " a long letter to his sister, who lived in the city and asked in each of"
                          + " hers when he would come home. He did not know what to answer, for the"
                          + " island had become *his home* long ago.")
                  - 20;
        }
        pdf.line(205, 24, 8, Integer.toString(number));
      }
      return pdf.bytes();
    }
  }
}
