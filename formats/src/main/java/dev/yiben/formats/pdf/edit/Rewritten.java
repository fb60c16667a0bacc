package dev.yiben.formats.pdf.edit;

import java.util.Set;
import org.apache.pdfbox.contentstream.PDContentStream;

/** A content stream as it is to be written. */
final class Rewritten {
  private final PDContentStream owner;
  private final StreamFonts fonts;
  private final byte[] content;
  private final Set<Integer> marks;

  Rewritten(PDContentStream owner, StreamFonts fonts, byte[] content, Set<Integer> marks) {
    this.owner = owner;
    this.fonts = fonts;
    this.content = content;
    this.marks = marks;
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

  /** Returns the identifiers of the marked content whose text has changed. */
  Set<Integer> marks() {
    return marks;
  }
}
