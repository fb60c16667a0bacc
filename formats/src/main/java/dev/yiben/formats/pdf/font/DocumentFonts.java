package dev.yiben.formats.pdf.font;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts that a document gets: each with the glyphs that are shown and no others.
 *
 * <p>After all text is encoded {@link #finish()} puts the glyphs in.
 */
public final class DocumentFonts {
  private final PDDocument document;
  private final Map<FontFace, PDType0Font> fonts = new LinkedHashMap<>();

  /** Starts with no fonts. */
  public DocumentFonts(PDDocument document) {
    this.document = document;
  }

  /** Returns the font dictionary to name in resources, the same every time. */
  public COSDictionary dictionary(FontFace face) throws IOException {
    return font(face).getCOSObject();
  }

  /**
   * Returns the codes that show a text.
   *
   * @param text in the order in which its glyphs are drawn
   */
  public byte[] encode(FontFace face, String text) throws IOException {
    PDType0Font font = font(face);
    text.codePoints().forEach(font::addToSubset);
    return font.encode(text);
  }

  private PDType0Font font(FontFace face) throws IOException {
    PDType0Font known = fonts.get(face);
    if (known == null) {
      known = PDType0Font.load(document, face.program(), true);
      fonts.put(face, known);
    }
    return known;
  }

  /** Puts the glyphs of all that has been encoded into the document. */
  public void finish() throws IOException {
    for (PDType0Font font : fonts.values()) {
      font.subset();
    }
  }
}
