package dev.yiben.formats.pdf.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A PDF file of lines of text, each drawn where a test says. */
public final class TypedPdf implements AutoCloseable {
  private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
  private static final PDFont MONO = new PDType1Font(FontName.COURIER);

  private final PDDocument document = new PDDocument();
  private PDPage page;

  /** Creates a file of one empty page of 600 by 800 points. */
  public TypedPdf() {
    nextPage();
  }

  /** Goes on to another page. */
  public TypedPdf nextPage() {
    page = new PDPage(new PDRectangle(600, 800));
    document.addPage(page);
    return this;
  }

  /** Draws a line. */
  public TypedPdf text(double x, double y, double size, String text) {
    return show(PLAIN, x, y, size, 0, text);
  }

  /** Draws a line of bold text. */
  public TypedPdf bold(double x, double y, double size, String text) {
    return show(BOLD, x, y, size, 0, text);
  }

  /** Draws a line in the font of a typewriter. */
  public TypedPdf mono(double x, double y, double size, String text) {
    return show(MONO, x, y, size, 0, text);
  }

  /** Draws a line with its words so far apart that it is as wide as it is said to be. */
  public TypedPdf justified(double x, double y, double size, double width, String text) {
    int spaces = text.split(" ", -1).length - 1;
    return show(PLAIN, x, y, size, (width - width(text, size)) / spaces, text);
  }

  /** Draws a line that ends where it is said to. */
  public TypedPdf right(double x, double y, double size, String text) {
    return text(x - width(text, size), y, size, text);
  }

  /** Draws a line around a middle. */
  public TypedPdf centered(double x, double y, double size, String text) {
    return text(x - width(text, size) / 2, y, size, text);
  }

  /** Returns how wide a text is in points. */
  public static double width(String text, double size) {
    try {
      return PLAIN.getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TypedPdf show(
      PDFont font, double x, double y, double size, double wordSpacing, String text) {
    try (PDPageContentStream out =
        new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
      out.beginText();
      out.setFont(font, (float) size);
      out.setWordSpacing((float) wordSpacing);
      out.newLineAtOffset((float) x, (float) y);
      out.showText(text);
      out.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Returns the document, which closes with this. */
  public PDDocument document() {
    return document;
  }

  /** Writes the file. */
  public Path save(Path file) throws IOException {
    document.save(file.toFile());
    return file;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
