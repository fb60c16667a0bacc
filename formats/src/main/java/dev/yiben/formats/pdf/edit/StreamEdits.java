package dev.yiben.formats.pdf.edit;

import dev.yiben.formats.pdf.page.ContentStream;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.Paint;
import dev.yiben.formats.pdf.page.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** What changes in a content stream. */
final class StreamEdits {
  /** No content stream that anybody reads is longer, in bytes. */
  private static final int LONGEST = 1 << 28;

  private final ContentStream stream;
  private final StreamFonts fonts;
  private final Map<Integer, Set<Glyph>> removed = new TreeMap<>();
  private final Map<Integer, Block> added = new TreeMap<>();
  private final List<Redrawing> redrawings = new ArrayList<>();

  /** A glyph that is drawn elsewhere, whose codes are found when the stream is read again. */
  private record Redrawing(Block block, Glyph glyph, Matrix pose) {}

  StreamEdits(ContentStream stream) {
    this.stream = stream;
    this.fonts = new StreamFonts(stream);
  }

  void remove(Glyph glyph) {
    removed.computeIfAbsent(glyph.place().operator(), operator -> new LinkedHashSet<>()).add(glyph);
  }

  void show(
      Glyph where, COSDictionary font, byte[] codes, Matrix pose, Paint paint, double weight) {
    at(where).add(fonts.name(font), codes, pose, paint, weight);
  }

  void redraw(Glyph where, Glyph glyph, Matrix pose) {
    redrawings.add(new Redrawing(at(where), glyph, pose));
  }

  private Block at(Glyph where) {
    return added.computeIfAbsent(where.place().operator(), operator -> new Block(where));
  }

  /** Returns what the stream is after all changes. */
  Rewritten apply() throws IOException {
    byte[] content = content();
    if (!redrawings.isEmpty()) {
      findCodes(content);
    }
    Splicing splicing = new Splicing(content, stream.resources().getCOSObject());
    Statements statements = new Statements(content);
    int last = last();
    for (Statements.Statement next = statements.next();
        next != null && !(next.number() > last && splicing.isDone());
        next = statements.next()) {
      Block block = added.get(next.number());
      if (block != null) {
        COSDictionary font = block.where().font().font().getCOSObject();
        splicing.add(block, next, () -> fonts.name(font));
      }
      Set<Glyph> glyphs = removed.get(next.number());
      if (glyphs == null) {
        splicing.pass(next);
      } else {
        Tokens rest = new Tokens();
        Removal.write(next, glyphs, rest);
        splicing.replace(next, rest.bytes());
      }
    }
    Set<Integer> marks = new TreeSet<>();
    removed.values().forEach(glyphs -> glyphs.forEach(glyph -> marks.add(glyph.mark())));
    return new Rewritten(stream.owner(), fonts, splicing.finish(), marks);
  }

  private int last() {
    int last = -1;
    for (Map<Integer, ?> changes : List.of(removed, added)) {
      for (int operator : changes.keySet()) {
        last = Math.max(last, operator);
      }
    }
    return last;
  }

  /** Finds the codes of the glyphs that are drawn elsewhere. */
  private void findCodes(byte[] content) throws IOException {
    Map<Integer, List<Redrawing>> byOperator = new TreeMap<>();
    for (Redrawing redrawing : redrawings) {
      byOperator
          .computeIfAbsent(redrawing.glyph.place().operator(), operator -> new ArrayList<>())
          .add(redrawing);
    }
    Statements statements = new Statements(content);
    for (Statements.Statement next = statements.next(); next != null; next = statements.next()) {
      for (Redrawing redrawing : byOperator.getOrDefault(next.number(), List.of())) {
        redraw(redrawing, next);
      }
    }
  }

  private void redraw(Redrawing redrawing, Statements.Statement statement) throws IOException {
    Glyph glyph = redrawing.glyph;
    Place place = glyph.place();
    int element = 0;
    for (COSBase part : Removal.parts(statement)) {
      if (part instanceof COSString string && element++ == place.element()) {
        byte[] codes = Arrays.copyOfRange(string.getBytes(), place.start(), place.end());
        PDFont font = glyph.font().font();
        Matrix pose = redrawing.pose.clone();
        if (font.isVertical()) {
          Vector origin = font.getPositionVector(code(font, codes));
          pose.translate(-origin.getX(), -origin.getY());
        }
        redrawing.block.add(fonts.name(font.getCOSObject()), codes, pose, glyph.paint(), 0);
      }
    }
  }

  private static int code(PDFont font, byte[] codes) throws IOException {
    return font.readCode(new ByteArrayInputStream(codes));
  }

  private byte[] content() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (RandomAccessRead source = stream.owner().getContentsForStreamParsing()) {
      byte[] buffer = new byte[1 << 14];
      for (int count = source.read(buffer); count > 0; count = source.read(buffer)) {
        content.write(buffer, 0, count);
        if (content.size() > LONGEST) {
          throw new IOException("The content of the page is too large");
        }
      }
    }
    return content.toByteArray();
  }
}
