package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.office.Merging;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tables of two columns, of which each row is a paragraph of the body and its translation.
 *
 * <p>Paragraphs that follow each other are in one table. What has no place in half a page, or in a
 * cell, is not in a table: pictures, breaks of pages, ends of sections, frames, and what is part of
 * a field that goes over several paragraphs.
 */
final class SideTables {
  private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  private static final Set<String> NO_PLACE =
      Set.of("drawing", "pict", "object", "sectPr", "framePr", "txbxContent");
  private static final int DEFAULT_WIDTH = 9000;
  private static final int LEAST_WIDTH = 1000;
  private static final int MOST_WIDTH = 31_680;

  /** Between the columns, and where a table ends, in twentieths of a point. */
  private static final int GAP = 200;

  private static final int THIN = 20;

  private final boolean strict;
  private final Set<Integer> places = new HashSet<>();
  private final Set<Integer> afterTables = new HashSet<>();
  private final NavigableMap<Integer, Integer> widths = new TreeMap<>();
  private final Map<Integer, SegmentId> rows = new HashMap<>();
  private final Map<Integer, Integer> before = new HashMap<>();

  private SideTables(boolean strict) {
    this.strict = strict;
  }

  /** Returns tables for a part where none may stand. */
  static SideTables nowhere() {
    return new SideTables(false);
  }

  /** Finds out where in a part tables may stand: nowhere if it has no body. */
  static SideTables of(XmlText part) {
    SideTables tables = new SideTables(part.text().contains(STRICT));
    part.root().child(Namespaces.WORD, "body").ifPresent(tables::read);
    return tables;
  }

  private void read(XmlElement body) {
    int depth = 0;
    Optional<XmlElement> last = Optional.empty();
    for (XmlElement child : body.children()) {
      boolean paragraph = child.is(Namespaces.WORD, "p");
      boolean fits = paragraph && depth == 0;
      for (XmlElement element : child.descendants()) {
        if (element.is(Namespaces.WORD, "fldChar")) {
          depth += step(element.value("fldCharType"));
        } else if (element.is(Namespaces.WORD, "sectPr")) {
          widths.putIfAbsent(child.start(), width(element));
        }
        fits &= !NO_PLACE.contains(element.local()) && !OnlyOnce.isBreakOfPage(element);
      }
      if (child.is(Namespaces.WORD, "sectPr")) {
        widths.put(child.start(), width(child));
      }
      if (fits && depth == 0) {
        places.add(child.start());
      }
      boolean afterTable = last.filter(found -> found.is(Namespaces.WORD, "tbl")).isPresent();
      if (afterTable) {
        afterTables.add(child.start());
      }
      last.ifPresent(found -> before.put(child.start(), found.start()));
      last = Optional.of(child);
    }
  }

  private static int step(String type) {
    return switch (type) {
      case "begin" -> 1;
      case "end" -> -1;
      default -> 0;
    };
  }

  /** Returns how wide text is in a section, in twentieths of a point. */
  private static int width(XmlElement section) {
    Optional<XmlElement> size = section.child(Namespaces.WORD, "pgSz");
    Optional<XmlElement> margins = section.child(Namespaces.WORD, "pgMar");
    Optional<XmlElement> columns = section.child(Namespaces.WORD, "cols");
    int page =
        number(size, "w", DEFAULT_WIDTH)
            - number(margins, "left", 0)
            - number(margins, "right", 0)
            - number(margins, "gutter", 0);
    int count = Math.max(1, number(columns, "num", 1));
    int width = (page - (count - 1) * number(columns, "space", 0)) / count;
    return width < LEAST_WIDTH ? DEFAULT_WIDTH : width;
  }

  private static int number(Optional<XmlElement> element, String attribute, int otherwise) {
    String value = element.map(found -> found.value(attribute)).orElse("");
    return value.matches("[0-9]{1,5}") ? Math.min(MOST_WIDTH, Integer.parseInt(value)) : otherwise;
  }

  /** Returns whether a paragraph may be a row. */
  boolean takes(XmlElement paragraph) {
    return places.contains(paragraph.start());
  }

  /** Says that a paragraph is a row where it is translated. */
  void add(XmlElement paragraph, SegmentId id) {
    rows.put(paragraph.start(), id);
  }

  /** Returns a row, with the start and the end of its table if others are not in it. */
  String row(XmlElement paragraph, String left, String right, Merging merging) {
    String prefix = paragraph.prefix();
    int width =
        Optional.ofNullable(widths.ceilingEntry(paragraph.start()))
            .map(Map.Entry::getValue)
            .orElse(DEFAULT_WIDTH);
    int half = width / 2;
    StringBuilder row = new StringBuilder();
    if (!isRow(before.getOrDefault(paragraph.start(), -1), merging)) {
      row.append(afterTables.contains(paragraph.start()) ? thin(prefix) : "")
          .append(start(prefix, half));
    }
    row.append("<%str>".formatted(prefix))
        .append(cell(prefix, half, left))
        .append(cell(prefix, half, right))
        .append("</%str>".formatted(prefix));
    Optional<XmlElement> next = paragraph.next();
    if (next.isEmpty() || !isRow(next.get().start(), merging)) {
      boolean parted =
          next.isPresent()
              && !next.get().is(Namespaces.WORD, "tbl")
              && !next.get().is(Namespaces.WORD, "sectPr");
      row.append("</%stbl>".formatted(prefix)).append(parted ? "" : thin(prefix));
    }
    return row.toString();
  }

  private boolean isRow(int start, Merging merging) {
    return rows.containsKey(start) && merging.translated().test(rows.get(start));
  }

  private String start(String prefix, int half) {
    StringBuilder borders = new StringBuilder();
    for (String side :
        strict
            ? new String[] {"top", "start", "bottom", "end", "insideH", "insideV"}
            : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
      borders.append("<%1$s%2$s %1$sval=\"nil\"/>".formatted(prefix, side));
    }
    return """
        <%1$stbl><%1$stblPr><%1$stblW %1$sw="%2$d" %1$stype="dxa"/><%1$stblBorders>%3$s</%1$stblBorders>\
        <%1$stblLayout %1$stype="fixed"/><%1$stblCellMar><%1$s%4$s %1$sw="0" %1$stype="dxa"/>\
        <%1$s%5$s %1$sw="%6$d" %1$stype="dxa"/></%1$stblCellMar></%1$stblPr>\
        <%1$stblGrid><%1$sgridCol %1$sw="%7$d"/><%1$sgridCol %1$sw="%7$d"/></%1$stblGrid>"""
        .formatted(
            prefix,
            2 * half,
            borders,
            strict ? "start" : "left",
            strict ? "end" : "right",
            GAP,
            half);
  }

  private static String cell(String prefix, int width, String content) {
    return "<%1$stc><%1$stcPr><%1$stcW %1$sw=\"%2$d\" %1$stype=\"dxa\"/></%1$stcPr>%3$s</%1$stc>"
        .formatted(prefix, width, content);
  }

  /** Returns a paragraph that parts tables, and ends what must not end with one. */
  private static String thin(String prefix) {
    return """
        <%1$sp><%1$spPr><%1$sspacing %1$sbefore="0" %1$safter="0" %1$sline="%2$d" \
        %1$slineRule="exact"/></%1$spPr></%1$sp>"""
        .formatted(prefix, THIN);
  }
}
