package dev.yiben.formats.pdf.font;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A CID-keyed font program whose glyphs are outlines in their order; see Adobe Technical Notes 5176
 * (<em>The Compact Font Format Specification</em>) and 5177 (<em>The Type 2 Charstring
 * Format</em>).
 */
final class CffProgram {
  private static final int MOST_OPERANDS = 48;
  private static final int OFFSETS = 4;

  /** Coordinates are kept in hundredths of a unit, so that rounding does not add up. */
  private static final double SCALE = 100;

  private static final int ADOBE = 391;
  private static final int IDENTITY = 392;

  private final String name;
  private final AffineTransform toThousandth;
  private final List<byte[]> glyphs = new ArrayList<>();

  /**
   * Starts with no glyphs.
   *
   * @param unitsPerEm units of the outlines
   */
  CffProgram(String name, double unitsPerEm) {
    this.name = name;
    this.toThousandth = AffineTransform.getScaleInstance(1000 / unitsPerEm, 1000 / unitsPerEm);
  }

  /**
   * Adds a glyph, of which the first is shown for missing ones.
   *
   * @param width in thousandths of an em
   */
  void add(Shape outline, double width) {
    CharString string = new CharString(width);
    double[] points = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator path = outline.getPathIterator(toThousandth); !path.isDone(); path.next()) {
      switch (path.currentSegment(points)) {
        case PathIterator.SEG_MOVETO -> string.move(points[0], points[1]);
        case PathIterator.SEG_LINETO -> string.line(points[0], points[1]);
        case PathIterator.SEG_QUADTO ->
            string.curve(
                x + (points[0] - x) * 2 / 3,
                y + (points[1] - y) * 2 / 3,
                points[2] + (points[0] - points[2]) * 2 / 3,
                points[3] + (points[1] - points[3]) * 2 / 3,
                points[2],
                points[3]);
        case PathIterator.SEG_CUBICTO ->
            string.curve(points[0], points[1], points[2], points[3], points[4], points[5]);
        default -> {
          // Outlines are closed without being told.
        }
      }
      x = string.x / SCALE;
      y = string.y / SCALE;
    }
    glyphs.add(string.bytes());
  }

  /** What draws one glyph. */
  private static final class CharString {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int pending = -1;
    private int operands;
    private long x;
    private long y;

    CharString(double width) {
      number(Math.round(width * SCALE));
    }

    void move(double toX, double toY) {
      flush();
      to(toX, toY);
      out.write(21);
    }

    void line(double toX, double toY) {
      prepare(5, 2);
      to(toX, toY);
    }

    void curve(double x1, double y1, double x2, double y2, double x3, double y3) {
      prepare(8, 6);
      to(x1, y1);
      to(x2, y2);
      to(x3, y3);
    }

    /** Begins operands of an operator, which goes on where it is the same as before. */
    private void prepare(int operator, int count) {
      if (pending != operator || operands + count > MOST_OPERANDS) {
        flush();
        pending = operator;
      }
      operands += count;
    }

    private void flush() {
      if (pending >= 0) {
        out.write(pending);
      }
      pending = -1;
      operands = 0;
    }

    private void to(double toX, double toY) {
      long nextX = Math.round(toX * SCALE);
      long nextY = Math.round(toY * SCALE);
      number(nextX - x);
      number(nextY - y);
      x = nextX;
      y = nextY;
    }

    private void number(long hundredths) {
      if (hundredths % (long) SCALE == 0) {
        integer(out, (int) (hundredths / (long) SCALE));
      } else {
        long fixed = Math.round(hundredths / SCALE * 65536);
        out.write(255);
        big(out, (int) fixed, 4);
      }
    }

    byte[] bytes() {
      flush();
      out.write(14);
      return out.toByteArray();
    }
  }

  private static void integer(ByteArrayOutputStream out, int value) {
    if (value >= -107 && value <= 107) {
      out.write(value + 139);
    } else if (value >= 108 && value <= 1131) {
      out.write(247 + (value - 108) / 256);
      out.write((value - 108) % 256);
    } else if (value >= -1131 && value <= -108) {
      out.write(251 + (-value - 108) / 256);
      out.write((-value - 108) % 256);
    } else {
      out.write(28);
      big(out, Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value)), 2);
    }
  }

  private static void big(ByteArrayOutputStream out, int value, int bytes) {
    for (int i = bytes - 1; i >= 0; i--) {
      out.write(value >> (8 * i));
    }
  }

  /** Returns the program. */
  byte[] bytes() {
    byte[] before =
        joined(new byte[] {1, 0, 4, OFFSETS}, index(List.of(ascii(name.replaceAll("[^!-~]", "")))));
    byte[] strings = index(List.of(ascii("Adobe"), ascii("Identity")));
    byte[] subroutines = index(List.of());
    int from =
        before.length
            + index(List.of(top(0, 0, 0, 0))).length
            + strings.length
            + subroutines.length;
    byte[] charset = charset();
    byte[] select = select();
    byte[] outlines = index(glyphs);
    int selectAt = from + charset.length;
    int outlinesAt = selectAt + select.length;
    int fontsAt = outlinesAt + outlines.length;
    // With nothing in it, the private dictionary may stand anywhere.
    byte[] fonts = index(List.of(joined(offset(0), offset(fontsAt), new byte[] {18})));
    return joined(
        before,
        index(List.of(top(from, selectAt, outlinesAt, fontsAt))),
        strings,
        subroutines,
        charset,
        select,
        outlines,
        fonts);
  }

  private byte[] top(int charset, int select, int outlines, int fonts) {
    return joined(
        offset(ADOBE),
        offset(IDENTITY),
        offset(0),
        new byte[] {12, 30},
        offset(glyphs.size()),
        new byte[] {12, 34},
        offset(charset),
        new byte[] {15},
        offset(select),
        new byte[] {12, 37},
        offset(outlines),
        new byte[] {17},
        offset(fonts),
        new byte[] {12, 36});
  }

  /** Returns a number of a dictionary, which is as long whatever it is. */
  private static byte[] offset(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(29);
    big(out, value, 4);
    return out.toByteArray();
  }

  /** Returns what says that glyphs have their numbers as CIDs. */
  private byte[] charset() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(2);
    big(out, 1, 2);
    big(out, Math.max(0, glyphs.size() - 2), 2);
    return out.toByteArray();
  }

  private byte[] select() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(3);
    big(out, 1, 2);
    big(out, 0, 2);
    out.write(0);
    big(out, glyphs.size(), 2);
    return out.toByteArray();
  }

  private static byte[] index(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    big(out, entries.size(), 2);
    if (!entries.isEmpty()) {
      out.write(OFFSETS);
      int offset = 1;
      big(out, offset, OFFSETS);
      for (byte[] entry : entries) {
        offset += entry.length;
        big(out, offset, OFFSETS);
      }
      entries.forEach(out::writeBytes);
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
