package dev.yiben.formats.pdf.score;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Draws pages without any text: what is left must not change when text is translated. */
final class TextFreeRenderer extends PDFRenderer {
  /** Larger pages are drawn at a smaller scale. */
  private static final double MOST_PIXELS = 4_000_000;

  TextFreeRenderer(PDDocument document) {
    super(document);
    setSubsamplingAllowed(true);
  }

  /** Draws a page, a pixel for a point if it is not too large. */
  BufferedImage draw(int page) throws IOException {
    return renderImage(page, (float) scale(document.getPage(page)), ImageType.RGB);
  }

  /** Returns how many pixels a point is. */
  static double scale(PDPage page) {
    double area = page.getCropBox().getWidth() * (double) page.getCropBox().getHeight();
    return Math.min(1, Math.sqrt(MOST_PIXELS / Math.max(1, area)));
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    Drawer drawer = new Drawer(parameters);
    // Their borders move with the text that they stand on.
    drawer.setAnnotationFilter(annotation -> !(annotation instanceof PDAnnotationLink));
    return drawer;
  }

  /** Draws all but glyphs; those that clip other drawings still do. */
  private static final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement)
        throws IOException {
      if (getGraphicsState().getTextState().getRenderingMode().isClip()) {
        super.showGlyph(rendering, font, code, displacement);
      }
    }
  }
}
