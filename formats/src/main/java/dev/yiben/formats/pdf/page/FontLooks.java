package dev.yiben.formats.pdf.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/** Tells what fonts look like, by what they declare and by their names. */
final class FontLooks {
  private static final double USUAL_ASCENT = 0.8;
  private static final double USUAL_DESCENT = 0.2;

  /**
   * Names of families by which fonts are known whose descriptors mostly say nothing: Computer
   * Modern in the namings of Knuth (CM), the EC fonts and CM-Super (SF), each followed by the size.
   */
  private static final String COMPUTER_MODERN = "(cm|ec|sf)";

  private static final Pattern SERIF =
      Pattern.compile(
          "times|serif|roman|nimbusrom|georgia|garamond|palatino|pagella|bookman|schoolbook|cambria"
              + "|minion|caslon|baskerville|libertine|song|ming|mincho|^"
              + COMPUTER_MODERN
              + "(r|rm|b|bx|bi|bxti|bxsl|ti|sl|csc|cc|u|dunh)\\d");
  private static final Pattern MONO =
      Pattern.compile(
          "courier|mono|consol|typewriter|menlo|^"
              + COMPUTER_MODERN
              + "((sl|v|i|tc|st)?tt|itt|st)\\d");
  private static final Pattern BOLD =
      Pattern.compile(
          "bold|black|heavy|semib|demi|^" + COMPUTER_MODERN + "(b|bx|bi|bxti|bxsl|ssbx|sx)\\d");
  private static final Pattern ITALIC =
      Pattern.compile(
          "italic|oblique|slanted|^" + COMPUTER_MODERN + "(ti|sl|bi|bxti|bxsl|ssi|si|itt|sltt)\\d");

  private FontLooks() {}

  static GlyphFont of(PDFont font) {
    String name = String.valueOf(font.getName()).replaceFirst("^[A-Z]{6}\\+", "");
    String lower = name.toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    boolean mono = (descriptor != null && descriptor.isFixedPitch()) || MONO.matcher(lower).find();
    boolean serif =
        (descriptor != null && descriptor.isSerif())
            || (SERIF.matcher(lower).find() && !lower.contains("sans"));
    boolean bold =
        BOLD.matcher(lower).find()
            || (descriptor != null
                && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
    boolean italic =
        ITALIC.matcher(lower).find()
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
