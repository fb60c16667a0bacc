package dev.yiben.formats.pdf.font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/** A font of the document itself, as far as it can be told which code shows which character. */
final class OwnFace implements FontFace {
  private static final int CODES = 256;
  private static final byte[] NONE = {};

  private final PDFont font;
  private final String name;

  /** Codes by character, empty where it has none. */
  private final Map<Integer, byte[]> codes = new HashMap<>();

  OwnFace(PDFont font, String name) {
    this.font = font;
    this.name = name;
    if (font instanceof PDSimpleFont) {
      for (int code = CODES - 1; code >= 0; code--) {
        byte[] bytes = {(byte) code};
        String text = text(bytes);
        if (text.codePointCount(0, text.length()) == 1 && shows(bytes, text)) {
          codes.put(text.codePointAt(0), bytes);
        }
      }
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean covers(int codePoint) {
    return code(codePoint).length > 0;
  }

  private byte[] code(int codePoint) {
    return font instanceof PDSimpleFont
        ? codes.getOrDefault(codePoint, NONE)
        : codes.computeIfAbsent(codePoint, this::encoded);
  }

  private byte[] encoded(int codePoint) {
    String text = Character.toString(codePoint);
    try {
      byte[] bytes = font.encode(text);
      return bytes.length > 0 && text.equals(text(bytes)) && shows(bytes, text) ? bytes : NONE;
    } catch (IOException | RuntimeException e) {
      // What fonts throw for a character that they do not have, or where they are broken.
      return NONE;
    }
  }

  private String text(byte[] bytes) {
    try {
      String text = font.toUnicode(number(bytes));
      return text == null ? "" : text;
    } catch (RuntimeException e) {
      return "";
    }
  }

  /** Returns whether a code has a glyph that can be seen, if its character can be. */
  private boolean shows(byte[] bytes, String text) {
    try {
      int code = number(bytes);
      return font instanceof PDVectorFont outlines
          && outlines.hasGlyph(code)
          && font.getWidth(code) > 0
          && (text.isBlank() || !outlines.getPath(code).getBounds2D().isEmpty());
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static int number(byte[] bytes) {
    int number = 0;
    for (byte part : bytes) {
      number = number << 8 | (part & 0xFF);
    }
    return number;
  }

  /** Returns whether text can be written in a font at all. */
  static boolean isUsable(PDFont font) {
    return font.isEmbedded()
        && !font.isDamaged()
        && !font.isVertical()
        && (font instanceof PDType0Font || font instanceof PDSimpleFont)
        && font instanceof PDVectorFont;
  }

  @Override
  public double advance(int codePoint) {
    byte[] code = code(codePoint);
    try {
      return code.length == 0 ? 0 : font.getWidth(number(code)) / 1000;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public double ascent() {
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return descriptor == null || descriptor.getAscent() <= 0 ? 0.8 : descriptor.getAscent() / 1000;
  }

  @Override
  public double descent() {
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return descriptor == null || descriptor.getDescent() >= 0
        ? 0.2
        : -descriptor.getDescent() / 1000;
  }

  @Override
  public WrittenFont in(PDDocument document) {
    return new Written();
  }

  /** The font, which is in the document already. */
  private final class Written implements WrittenFont {

    @Override
    public COSDictionary dictionary() {
      return font.getCOSObject();
    }

    @Override
    public byte[] encode(String text) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      text.codePoints().forEach(character -> out.writeBytes(code(character)));
      return out.toByteArray();
    }

    @Override
    public void finish() {
      // Nothing is added to it.
    }
  }
}
