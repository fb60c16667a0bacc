package dev.yiben.formats.pdf.edit;

import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;

/** Takes glyphs out of a statement that shows text. */
final class Removal {
  private Removal() {}

  /** Writes what is left of a statement, with gaps in the place of what is taken out. */
  static void write(Statements.Statement statement, Collection<Glyph> glyphs, Tokens out)
      throws IOException {
    List<COSBase> operands = statement.operands();
    switch (statement.name()) {
      case "Tj", "TJ" -> {}
      case "'" -> out.operator("T*");
      case "\"" -> {
        out.operator("Tw", operands.get(0));
        out.operator("Tc", operands.get(1));
        out.operator("T*");
      }
      default -> throw new IOException("No text is shown by " + statement.name());
    }
    Map<Integer, List<Place>> places =
        glyphs.stream()
            .map(Glyph::place)
            .distinct()
            .sorted(Comparator.comparingInt(Place::start))
            .collect(Collectors.groupingBy(Place::element));
    List<COSBase> rest = new ArrayList<>();
    int element = 0;
    for (COSBase part : parts(statement)) {
      if (part instanceof COSString string) {
        without(string.getBytes(), places.getOrDefault(element++, List.of()), rest);
      } else if (part instanceof COSNumber number) {
        gap(number.floatValue(), rest);
      }
    }
    if (!rest.isEmpty()) {
      out.operator("TJ", Tokens.array(rest));
    }
  }

  /** Returns the strings and numbers of a statement that shows text. */
  static List<COSBase> parts(Statements.Statement statement) {
    int shown = statement.name().equals("\"") ? 2 : 0;
    List<COSBase> operands = statement.operands();
    if (operands.size() <= shown) {
      return List.of();
    }
    if (operands.get(shown) instanceof COSArray array) {
      List<COSBase> parts = new ArrayList<>();
      array.forEach(parts::add);
      return parts;
    }
    return List.of(operands.get(shown));
  }

  private static void without(byte[] string, List<Place> places, List<COSBase> rest)
      throws IOException {
    int from = 0;
    for (Place place : places) {
      if (place.start() < from || place.end() > string.length) {
        throw new IOException("Text is not what it was when it was read");
      }
      keep(string, from, place.start(), rest);
      gap(place.advance(), rest);
      from = place.end();
    }
    keep(string, from, string.length, rest);
  }

  private static void keep(byte[] string, int from, int to, List<COSBase> rest) {
    if (to > from) {
      rest.add(new COSString(Arrays.copyOfRange(string, from, to)));
    }
  }

  /** Adds a gap, to the one before if there is one. */
  private static void gap(double advance, List<COSBase> rest) {
    double before = 0;
    if (!rest.isEmpty() && rest.get(rest.size() - 1) instanceof COSNumber number) {
      before = number.floatValue();
      rest.remove(rest.size() - 1);
    }
    rest.add(Tokens.number(before + advance));
  }
}
