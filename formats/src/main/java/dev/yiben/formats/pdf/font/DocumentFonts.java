package dev.yiben.formats.pdf.font;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The fonts that text of a document is written in, each of which is put into it once, with the
 * glyphs that are shown and no others.
 *
 * <p>After all text is encoded {@link #finish()} puts the glyphs in.
 */
public final class DocumentFonts {
  private final PDDocument document;
  private final Map<FontFace, WrittenFont> fonts = new LinkedHashMap<>();

  /** Starts with no fonts. */
  public DocumentFonts(PDDocument document) {
    this.document = document;
  }

  /** Returns the font dictionary to name in resources, the same every time. */
  public COSDictionary dictionary(FontFace face) throws IOException {
    return font(face).dictionary();
  }

  /**
   * Returns the codes that show a text.
   *
   * @param text in the order in which its glyphs are drawn
   */
  public byte[] encode(FontFace face, String text) throws IOException {
    return font(face).encode(text);
  }

  private WrittenFont font(FontFace face) throws IOException {
    // However it is drawn, the glyphs are the same.
    FontFace plain = face instanceof StyledFace styled ? styled.font() : face;
    WrittenFont known = fonts.get(plain);
    if (known == null) {
      known = plain.in(document);
      fonts.put(plain, known);
    }
    return known;
  }

  /** Puts the glyphs of all that has been encoded into the document. */
  public void finish() throws IOException {
    for (WrittenFont font : fonts.values()) {
      font.finish();
    }
  }
}
