package dev.yiben.formats.pdf.edit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Draws pages, with text or without. */
final class Drawn extends PDFRenderer {
  private final boolean withText;

  private Drawn(PDDocument document, boolean withText) {
    super(document);
    this.withText = withText;
  }

  /** Returns the first page as it looks, a pixel for a point. */
  static BufferedImage page(PDDocument document) throws IOException {
    return new Drawn(document, true).renderImage(0);
  }

  static BufferedImage withoutText(PDDocument document, int page, float scale) throws IOException {
    return new Drawn(document, false).renderImage(page, scale);
  }

  /** Returns how many pixels are not the same. */
  static int difference(BufferedImage one, BufferedImage other) {
    int width = one.getWidth();
    int height = one.getHeight();
    int[] first = one.getRGB(0, 0, width, height, null, 0, width);
    int[] second = other.getRGB(0, 0, width, height, null, 0, width);
    int count = 0;
    for (int at = Arrays.mismatch(first, second); at >= 0 && at < first.length; at++) {
      count += first[at] == second[at] ? 0 : 1;
    }
    return count;
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters, withText);
  }

  private static final class Drawer extends PageDrawer {
    private final boolean withText;

    Drawer(PageDrawerParameters parameters, boolean withText) throws IOException {
      super(parameters);
      this.withText = withText;
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement)
        throws IOException {
      if (withText || getGraphicsState().getTextState().getRenderingMode().isClip()) {
        super.showGlyph(rendering, font, code, displacement);
      }
    }
  }
}
