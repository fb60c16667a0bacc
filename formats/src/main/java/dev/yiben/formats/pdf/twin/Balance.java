package dev.yiben.formats.pdf.twin;

import java.io.IOException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * How saving and restoring of the graphics state are balanced in the content of a page.
 *
 * @param lacking how often a state is restored that was not saved
 * @param open how many saved states are left at the end, with those that lacked
 */
record Balance(int lacking, int open) {
  /** As deep as any program goes. */
  private static final int DEEPEST = 10_000;

  static Balance of(PDPage page) throws IOException {
    int depth = 0;
    int least = 0;
    PDFStreamParser parser = new PDFStreamParser(page);
    for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      if (token instanceof Operator operator) {
        if (operator.getName().equals("q")) {
          depth++;
        } else if (operator.getName().equals("Q")) {
          depth--;
          least = Math.min(least, depth);
        }
      }
    }
    int lacking = Math.min(DEEPEST, -least);
    return new Balance(lacking, Math.max(0, Math.min(DEEPEST, depth + lacking)));
  }
}
