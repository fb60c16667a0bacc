package dev.yiben.formats.pdf.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdfparser.PDFStreamParser;

/** Reads the statements of a content stream, with their places among its bytes. */
final class Statements extends PDFStreamParser {
  private int number;
  private int end;

  Statements(byte[] content) {
    super(content);
  }

  /**
   * An operator with its operands.
   *
   * @param number counted from 0 over all operators of the stream
   * @param start the byte after the operator before
   * @param end the byte after the operator
   */
  record Statement(int number, String name, List<COSBase> operands, int start, int end) {}

  /** Returns the next statement; null if there is none, or none that can be read. */
  Statement next() throws IOException {
    List<COSBase> operands = new ArrayList<>();
    for (Object token = token(); token != null; token = token()) {
      if (token instanceof Operator operator) {
        int start = end;
        // At its end the source is closed.
        end = source.isClosed() ? Integer.MAX_VALUE : (int) source.getPosition();
        return new Statement(number++, operator.getName(), operands, start, end);
      }
      operands.add((COSBase) token);
    }
    return null;
  }

  private Object token() throws IOException {
    try {
      return parseNextToken();
    } catch (IOException | RuntimeException e) {
      // What cannot be read any more stays as it is; nothing of it has been read before either.
      return null;
    }
  }
}
