package dev.yiben.formats.pdf.font;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;

/** A font of a document that text is written in. */
public interface WrittenFont {

  /** Returns the font dictionary to name in resources. */
  COSDictionary dictionary();

  /**
   * Returns the codes that show a text.
   *
   * @param text in the order in which its glyphs are drawn
   */
  byte[] encode(String text) throws IOException;

  /** Puts what has been encoded into the document; nothing is encoded after that. */
  void finish() throws IOException;
}
