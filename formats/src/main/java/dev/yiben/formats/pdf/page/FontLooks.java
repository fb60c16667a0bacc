package dev.yiben.formats.pdf.page;

import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/** Tells what fonts look like, by what they declare and by their names. */
final class FontLooks {
  private static final double USUAL_ASCENT = 0.8;
  private static final double USUAL_DESCENT = 0.2;

  private FontLooks() {}

  static GlyphFont of(PDFont font) {
    String name = String.valueOf(font.getName()).replaceFirst("^[A-Z]{6}\\+", "");
    String lower = name.toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    boolean mono =
        (descriptor != null && descriptor.isFixedPitch())
            || lower.matches(
                ".*(courier|mono|consol|typewriter|menlo|cm(sl|v|i)?tt\\d|ectt|sftt).*");
    boolean serif =
        (descriptor != null && descriptor.isSerif())
            || (lower.matches(".*(times|serif|roman|georgia|garamond|palatino|song|ming|mincho).*")
                && !lower.contains("sans"));
    boolean bold =
        lower.matches(".*(bold|black|heavy|semib|demi).*")
            || (descriptor != null
                && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
    boolean italic =
        lower.matches(".*(italic|oblique|slanted).*")
            || (descriptor != null && (descriptor.isItalic() || descriptor.getItalicAngle() != 0));
    double ascent = descriptor == null ? 0 : descriptor.getAscent() / 1000;
    double descent = descriptor == null ? 0 : Math.abs(descriptor.getDescent() / 1000);
    return new GlyphFont(
        font,
        name,
        serif,
        mono,
        bold,
        italic,
        ascent > 0.4 && ascent < 1.3 ? ascent : USUAL_ASCENT,
        descent > 0.05 && descent < 0.6 ? descent : USUAL_DESCENT);
  }
}
