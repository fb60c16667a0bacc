package dev.yiben.formats.pdf.edit;

import dev.yiben.formats.pdf.page.ContentStream;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.Paint;
import dev.yiben.formats.pdf.page.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.util.Matrix;

/** What changes in a content stream. */
final class StreamEdits {
  private final ContentStream stream;
  private final Map<Integer, List<Glyph>> removed = new TreeMap<>();
  private final Map<Integer, List<Object>> added = new TreeMap<>();

  StreamEdits(ContentStream stream) {
    this.stream = stream;
  }

  void remove(Glyph glyph) {
    removed.computeIfAbsent(glyph.place().operator(), key -> new ArrayList<>()).add(glyph);
  }

  void show(Glyph where, COSName font, byte[] codes, Matrix pose, Paint paint, double weight) {
    List<Object> tokens = at(where);
    tokens.addAll(paint.setting());
    if (weight > 0 && paint.renderMode() == 0) {
      Matrix here = pose.multiply(new Matrix(invert(stream.toPage())));
      add(tokens, "w", number((float) (weight * here.getScalingFactorY())));
      tokens.addAll(stroking(paint.setting()));
      add(tokens, "Tr", COSInteger.TWO);
      text(tokens, font, codes, pose);
      add(tokens, "Tr", COSInteger.ZERO);
    } else {
      text(tokens, font, codes, pose);
    }
  }

  /** Returns tokens that set the colour of lines as others set that of areas. */
  private static List<Object> stroking(List<Object> filling) {
    List<Object> tokens = new ArrayList<>();
    for (Object token : filling) {
      tokens.add(
          token instanceof Operator operator
                  && List.of("g", "rg", "k", "cs", "sc", "scn").contains(operator.getName())
              ? Operator.getOperator(
                  operator.getName().equals("cs")
                      ? "CS"
                      : operator.getName().toUpperCase(java.util.Locale.ROOT))
              : token);
    }
    return tokens;
  }

  void redraw(Glyph where, Glyph glyph, COSName font, Matrix pose) throws IOException {
    List<Object> tokens = at(where);
    tokens.addAll(glyph.paint().setting());
    Place place = glyph.place();
    byte[] codes = new byte[place.end() - place.start()];
    System.arraycopy(string(place), place.start(), codes, 0, codes.length);
    text(tokens, font, codes, pose);
  }

  private byte[] string(Place place) throws IOException {
    int operator = -1;
    List<Object> operands = new ArrayList<>();
    for (Object token : new PDFStreamParser(stream.owner()).parse()) {
      if (!(token instanceof Operator)) {
        operands.add(token);
      } else if (++operator == place.operator()) {
        return strings(operands).get(place.element()).getBytes();
      } else {
        operands.clear();
      }
    }
    throw new IOException("No operator " + place.operator());
  }

  private static List<COSString> strings(List<Object> operands) {
    List<COSString> strings = new ArrayList<>();
    for (Object operand : operands) {
      if (operand instanceof COSString string) {
        strings.add(string);
      } else if (operand instanceof COSArray array) {
        for (COSBase element : array) {
          if (element instanceof COSString string) {
            strings.add(string);
          }
        }
      }
    }
    return strings;
  }

  private List<Object> at(Glyph where) {
    return added.computeIfAbsent(where.place().operator(), key -> new ArrayList<>());
  }

  private void text(List<Object> tokens, COSName font, byte[] codes, Matrix pose) {
    Matrix inverse = new Matrix(invert(stream.toPage()));
    Matrix here = pose.multiply(inverse);
    add(tokens, "Tf", font, COSInteger.ONE);
    add(
        tokens,
        "Tm",
        number(here.getScaleX()),
        number(here.getShearY()),
        number(here.getShearX()),
        number(here.getScaleY()),
        number(here.getTranslateX()),
        number(here.getTranslateY()));
    add(tokens, "Tj", new COSString(codes));
  }

  private static java.awt.geom.AffineTransform invert(Matrix matrix) {
    try {
      return matrix.createAffineTransform().createInverse();
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      return new java.awt.geom.AffineTransform();
    }
  }

  private static COSFloat number(float value) {
    return new COSFloat(value);
  }

  private static void add(List<Object> tokens, String operator, Object... operands) {
    tokens.addAll(List.of(operands));
    tokens.add(Operator.getOperator(operator));
  }

  void apply(PDDocument document) throws IOException {
    List<Object> out = new ArrayList<>();
    List<Object> operands = new ArrayList<>();
    List<Object> waiting = new ArrayList<>();
    int operator = -1;
    for (Object token : new PDFStreamParser(stream.owner()).parse()) {
      if (!(token instanceof Operator shown)) {
        operands.add(token);
        continue;
      }
      operator++;
      String name = shown.getName();
      if (added.containsKey(operator)) {
        waiting.addAll(added.get(operator));
      }
      List<Glyph> glyphs = removed.get(operator);
      if (glyphs == null) {
        out.addAll(operands);
        out.add(token);
      } else {
        without(glyphs, name, operands, out);
      }
      operands.clear();
      if (name.equals("ET") && !waiting.isEmpty()) {
        out.add(Operator.getOperator("q"));
        out.add(Operator.getOperator("BT"));
        out.addAll(waiting);
        out.add(Operator.getOperator("ET"));
        out.add(Operator.getOperator("Q"));
        waiting.clear();
      }
    }
    out.addAll(operands);
    write(document, out);
  }

  /** Shows what is left of a string, with gaps in the place of what is taken out. */
  private static void without(
      List<Glyph> glyphs, String name, List<Object> operands, List<Object> out) {
    COSArray rest = new COSArray();
    Map<Integer, List<Glyph>> byElement = new HashMap<>();
    for (Glyph glyph : glyphs) {
      byElement.computeIfAbsent(glyph.place().element(), key -> new ArrayList<>()).add(glyph);
    }
    int element = 0;
    List<COSBase> parts = new ArrayList<>();
    for (Object operand : operands) {
      if (operand instanceof COSArray array) {
        array.forEach(parts::add);
      } else if (operand instanceof COSString string) {
        parts.add(string);
      }
    }
    for (COSBase part : parts) {
      if (part instanceof COSString string) {
        split(string.getBytes(), byElement.getOrDefault(element++, List.of()), rest);
      } else {
        rest.add(part);
      }
    }
    if (name.equals("'") || name.equals("\"")) {
      if (name.equals("\"") && operands.size() == 3) {
        add(out, "Tw", operands.get(0));
        add(out, "Tc", operands.get(1));
      }
      add(out, "T*");
    }
    add(out, "TJ", rest);
  }

  private static void split(byte[] bytes, List<Glyph> glyphs, COSArray rest) {
    int from = 0;
    List<Glyph> ordered = new ArrayList<>(glyphs);
    ordered.sort((a, b) -> Integer.compare(a.place().start(), b.place().start()));
    for (Glyph glyph : ordered) {
      Place place = glyph.place();
      if (place.start() > from) {
        rest.add(new COSString(java.util.Arrays.copyOfRange(bytes, from, place.start())));
      }
      double em = Math.hypot(glyph.pose().getScaleX(), glyph.pose().getShearY());
      double advance = em == 0 ? 0 : glyph.box().width() / em;
      rest.add(new COSFloat((float) (-1000 * advance)));
      from = place.end();
    }
    if (from < bytes.length) {
      rest.add(new COSString(java.util.Arrays.copyOfRange(bytes, from, bytes.length)));
    }
  }

  private void write(PDDocument document, List<Object> tokens) throws IOException {
    COSStream target;
    if (stream.owner() instanceof PDPage page) {
      PDStream fresh = new PDStream(document);
      page.setContents(fresh);
      target = fresh.getCOSObject();
      page.getCOSObject().setNeedToBeUpdated(true);
    } else {
      target =
          (COSStream)
              ((org.apache.pdfbox.pdmodel.common.COSObjectable) stream.owner()).getCOSObject();
    }
    try (OutputStream out = target.createOutputStream(COSName.FLATE_DECODE)) {
      new ContentStreamWriter(out).writeTokens(tokens);
    }
    target.setNeedToBeUpdated(true);
    stream.owner().getResources().getCOSObject().setNeedToBeUpdated(true);
  }
}
