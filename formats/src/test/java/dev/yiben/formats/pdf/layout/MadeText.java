package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.GlyphFont;
import dev.yiben.formats.pdf.page.Paint;
import dev.yiben.formats.pdf.page.Place;
import dev.yiben.formats.pdf.page.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.util.Matrix;

/** Makes lines and shapes for tests; all glyphs are half an em wide. */
final class MadeText {
  static final Box PAGE = new Box(0, 0, 600, 800);
  private static final Paint BLACK = new Paint(List.of(), 0, 0);

  private final List<Line> lines = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();
  private int glyphs;

  static GlyphFont font(String name) {
    boolean mono = name.contains("Mono");
    return new GlyphFont(
        null, name, false, mono, name.contains("Bold"), name.contains("Italic"), 0.8, 0.2);
  }

  /** Returns a line of words that spaces part. */
  Line line(double left, double baseline, double size, String text) {
    return line(left, baseline, size, text, "Sans");
  }

  Line line(double left, double baseline, double size, String text, String font) {
    List<Word> words = new ArrayList<>();
    List<Glyph> word = new ArrayList<>();
    double x = left;
    for (int c : text.codePoints().toArray()) {
      if (c == ' ') {
        if (word.isEmpty()) {
          x += size / 2;
          continue;
        }
        words.add(new Word(word, Word.Kind.TEXT, !words.isEmpty()));
        word = new ArrayList<>();
      } else {
        word.add(glyph(Character.toString(c), x, baseline, size, font));
      }
      x += size / 2;
    }
    words.add(new Word(word, Word.Kind.TEXT, !words.isEmpty()));
    Line line = line(words, baseline, size);
    lines.add(line);
    return line;
  }

  static Line line(List<Word> words, double baseline, double size) {
    Box box = words.stream().map(Word::box).reduce(Box::union).orElseThrow();
    return new Line(words, box, baseline, size);
  }

  Glyph glyph(String text, double left, double baseline, double size, String font) {
    return new Glyph(
        glyphs++,
        text,
        new Box(left, baseline - 0.2 * size, left + size / 2, baseline + 0.8 * size),
        baseline,
        size,
        Direction.HORIZONTAL,
        font(font),
        BLACK,
        new Matrix(),
        new Place(0, 0, 0, 0, 1, 0, null),
        -1,
        false);
  }

  /** Returns a line of words each of which has a font, as in {@code CMMI10:x}. */
  Line mixed(double left, double baseline, double size, String text) {
    List<Word> words = new ArrayList<>();
    double x = left;
    for (String part : text.split(" ", -1)) {
      int colon = part.indexOf(':');
      String font = colon < 2 ? "Sans" : part.substring(0, colon);
      List<Glyph> word = new ArrayList<>();
      for (int c : part.substring(colon < 2 ? 0 : colon + 1).codePoints().toArray()) {
        word.add(glyph(Character.toString(c), x, baseline, size, font));
        x += size / 2;
      }
      words.add(new Word(word, Word.Kind.TEXT, !words.isEmpty()));
      x += size / 2;
    }
    Line line = line(words, baseline, size);
    lines.add(line);
    return line;
  }

  static Paragraph paragraph(Line... lines) {
    return new Paragraph(
        Role.PARAGRAPH,
        Direction.HORIZONTAL,
        List.of(lines),
        Line.box(List.of(lines)),
        Alignment.LEFT,
        12,
        0,
        false,
        Optional.empty(),
        Optional.empty());
  }

  MadeText rule(double left, double bottom, double right, double top) {
    shapes.add(new Shape(new Box(left, bottom, right, top), Shape.Kind.RULE));
    return this;
  }

  MadeText area(double left, double bottom, double right, double top) {
    shapes.add(new Shape(new Box(left, bottom, right, top), Shape.Kind.AREA));
    return this;
  }

  List<Shape> shapes() {
    return shapes;
  }

  Region region() {
    return new Region(Direction.HORIZONTAL, PAGE, lines, shapes, List.of());
  }
}
