package dev.yiben.formats.pdf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
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
  private static final String[][] NAMES = {
    {"Name", "House", "Boat"},
    {"Marlo", "The lighthouse", "A red boat"},
    {"Orin", "A cottage", "The ship"}
  };

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
    for (String word : text.split(" ", -1)) {
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

  /**
   * Returns the sample leaflet, of words that the demo model knows: two columns, a title on a dark
   * ground, a picture, a table, links and an outline.
   */
  public static byte[] leaflet() throws IOException {
    Color night = new Color(24, 36, 84);
    try (MadePdf pdf = new MadePdf(PDRectangle.A5)) {
      PDDocumentInformation information = new PDDocumentInformation();
      information.setTitle("The Lighthouse on Elsmar Island");
      pdf.document().setDocumentInformation(information);
      pdf.document().getDocumentCatalog().setLanguage("en");
      pdf.page().chapter("The Old Keeper").chapter("The Storm").chapter("List of Names");
      pdf.area(0, 530, 420, 66, night)
          .line(28, 555, 20, true, Color.WHITE, "The Lighthouse on Elsmar Island");
      pdf.line(28, 500, 13, true, night, "The Old Keeper");
      pdf.paragraph(
          28,
          480,
          172,
          10,
          13,
          "I live on Elsmar Island. The lighthouse is old. My friend *Marlo* is the keeper.");
      pdf.paragraph(28, 430, 172, 10, 13, "The night is long, but the light is bright.");
      pdf.lighthouse(28, 262, 172, 138);
      pdf.line(28, 248, 8, "The old lighthouse");
      pdf.paragraph(28, 222, 172, 10, 13, "Every night, we light the last lamp together.");
      pdf.line(220, 500, 13, true, night, "The Storm");
      pdf.paragraph(
          220,
          480,
          172,
          10,
          13,
          "One night, the wind blew. The sea was not calm, and the fog was thick.");
      pdf.paragraph(
          220,
          430,
          172,
          10,
          13,
          "Suddenly, the lamp went out. Marlo looked for the oil, but the bottle was empty.");
      pdf.line(220, 380, 10, "Then, I heard the bell of the Grey Gull.");
      pdf.link(220, 377, 172, 12, "https://example.org/bell");
      pdf.line(220, 340, 13, true, night, "List of Names");
      pdf.grid(220, 328, new double[] {48, 76, 52}, 20, NAMES);
      pdf.paragraph(
          220, 222, 172, 10, 13, "Please visit the lighthouse. Thank you, Captain Dorwin.");
      pdf.line(28, 28, 8, "Selby").line(385, 28, 8, "1");
      return pdf.bytes();
    }
  }

  /** Draws a table with lines between its cells, down from a corner. */
  private void grid(double x, double y, double[] widths, double height, String[][] cells)
      throws IOException {
    double right = x + Arrays.stream(widths).sum();
    double bottom = y - height * cells.length;
    for (int row = 0; row <= cells.length; row++) {
      rule(x, y - height * row, right, y - height * row);
    }
    double left = x;
    for (int column = 0; column < widths.length; column++) {
      rule(left, y, left, bottom);
      for (int row = 0; row < cells.length; row++) {
        line(left + 4, y - height * row - 13, 8, row == 0, Color.BLACK, cells[row][column]);
      }
      left += widths[column];
    }
    rule(right, y, right, bottom);
  }

  /** Draws a picture of a tower that shines over the sea. */
  private void lighthouse(double x, double y, double width, double height) throws IOException {
    BufferedImage image = new BufferedImage(172, 138, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < 138; row++) {
      for (int column = 0; column < 172; column++) {
        boolean tower = row > 30 && row < 110 && Math.abs(column - 60) < 6 + row / 16;
        boolean lamp = row >= 18 && row <= 30 && Math.abs(column - 60) < 6;
        boolean beam = column > 66 && Math.abs(row - 24) < (column - 60) / 8;
        Color color = row > 110 ? new Color(20, 60, 90) : new Color(24, 36, 60 + row / 2);
        if (tower) {
          color = row / 16 % 2 == 0 ? new Color(180, 40, 40) : new Color(235, 235, 230);
        } else if (lamp || beam) {
          color = new Color(250, 230, 150);
        }
        image.setRGB(column, row, color.getRGB());
      }
    }
    content.drawImage(
        LosslessFactory.createFromImage(document, image),
        (float) x,
        (float) y,
        (float) width,
        (float) height);
  }

  /** Returns a book of pages with five paragraphs, a header and a page number. */
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
