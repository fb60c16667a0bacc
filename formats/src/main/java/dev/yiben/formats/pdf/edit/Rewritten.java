package dev.yiben.formats.pdf.edit;

import org.apache.pdfbox.contentstream.PDContentStream;

/** A content stream as it is to be written. */
final class Rewritten {
  private final PDContentStream owner;
  private final StreamFonts fonts;
  private final byte[] content;

  Rewritten(PDContentStream owner, StreamFonts fonts, byte[] content) {
    this.owner = owner;
    this.fonts = fonts;
    this.content = content;
  }

  PDContentStream owner() {
    return owner;
  }

  StreamFonts fonts() {
    return fonts;
  }

  byte[] content() {
    return content;
  }
}
