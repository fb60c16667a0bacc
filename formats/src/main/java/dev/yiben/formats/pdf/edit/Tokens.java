package dev.yiben.formats.pdf.edit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.util.Matrix;

/** Writes tokens of a content stream. */
final class Tokens {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ContentStreamWriter writer = new ContentStreamWriter(bytes);

  Tokens() {
    // What comes before may end without a space.
    bytes.write('\n');
  }

  void operator(String name, COSBase... operands) {
    try {
      for (COSBase operand : operands) {
        writer.writeToken(operand);
      }
      writer.writeToken(Operator.getOperator(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void tokens(List<Object> tokens) {
    try {
      writer.writeTokens(tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns tokens that set the colour of lines as others set that of areas. */
  static List<Object> stroking(List<Object> filling) {
    return filling.stream()
        .map(token -> token instanceof Operator filler ? stroking(filler) : token)
        .toList();
  }

  private static Object stroking(Operator filler) {
    return switch (filler.getName()) {
      case "cs" -> Operator.getOperator("CS");
      case "g", "rg", "k", "sc", "scn" ->
          Operator.getOperator(filler.getName().toUpperCase(Locale.ROOT));
      default -> filler;
    };
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  static COSNumber number(double value) {
    double rounded = Math.round(value * 1000) / 1000.0;
    return rounded == (long) rounded
        ? COSInteger.get((long) rounded)
        : new COSFloat((float) rounded);
  }

  static COSBase[] matrix(Matrix matrix) {
    return new COSBase[] {
      exact(matrix.getScaleX()),
      exact(matrix.getShearY()),
      exact(matrix.getShearX()),
      exact(matrix.getScaleY()),
      exact(matrix.getTranslateX()),
      exact(matrix.getTranslateY())
    };
  }

  /** Returns a number of a matrix, which may be as small as one in a thousand. */
  static COSNumber exact(float value) {
    return value == (long) value ? COSInteger.get((long) value) : new COSFloat(value);
  }

  static COSArray array(List<? extends COSBase> elements) {
    COSArray array = new COSArray();
    elements.forEach(array::add);
    return array;
  }
}
