package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Claims tables of contents: titles that dots lead from to the number of a page. */
final class Contents {
  static final String RULE = "leader";

  /** What leads from a title to its number. */
  private static final Pattern DOTS = Pattern.compile("[.\u00B7\u2024\u2025\u2026\u2027\u30FB_]+");

  private static final Pattern DOTTED = Pattern.compile("[.\u00B7\u2026_]{4}");

  /** A gap of so many em parts words. */
  private static final double WORD_GAP = 0.17;

  private static final int FEWEST_DOTS = 4;
  private static final int FEWEST_ENTRIES = 3;

  /** Lines of a title are no further apart, in em. */
  private static final double TIGHT = 1.6;

  private final Set<Line> claimed = new HashSet<>();
  private final List<Claim> claims;

  /**
   * A row that ends an entry.
   *
   * @param title the words of the title in the row; may be none
   * @param rest dots and number
   */
  private record Ending(List<Word> title, List<Word> rest) {}

  private Contents(Region region) {
    this.claims = new ArrayList<>(region.claims());
  }

  /** Returns the region with its tables of contents claimed. */
  static Region of(Region region) {
    List<Row> rows = Row.of(region.lines());
    double[] edges =
        rows.stream()
            .map(Contents::leading)
            .flatMap(Optional::stream)
            .filter(ending -> isNumber(last(ending.rest)))
            .mapToDouble(ending -> last(ending.rest).box().right())
            .toArray();
    if (edges.length < FEWEST_ENTRIES) {
      return region;
    }
    Contents contents = new Contents(region);
    contents.claim(rows, edges);
    List<Line> free =
        region.lines().stream().filter(line -> !contents.claimed.contains(line)).toList();
    return new Region(region.direction(), region.page(), free, region.shapes(), contents.claims);
  }

  private void claim(List<Row> rows, double[] edges) {
    List<Row> before = new ArrayList<>();
    for (Row row : rows) {
      Row above = before.isEmpty() ? null : before.get(before.size() - 1);
      if (above != null && !isBelow(above, row)) {
        before.clear();
      }
      Optional<Ending> ending = leading(row).or(() -> numbered(row, edges));
      if (ending.isEmpty()) {
        before.add(row);
        continue;
      }
      List<Line> title = new ArrayList<>();
      for (Row part : before) {
        title.add(line(words(part), part));
        claimed.addAll(part.pieces());
      }
      if (!ending.get().title.isEmpty()) {
        title.add(line(ending.get().title, row));
      }
      claimed.addAll(row.pieces());
      List<Block> blocks = new ArrayList<>();
      if (!title.isEmpty()) {
        blocks.add(new Block(Role.TOC_ENTRY, title, true, Optional.empty(), Optional.empty()));
      }
      blocks.add(
          new Block(
              Role.TOC_ENTRY,
              List.of(line(ending.get().rest, row)),
              true,
              Optional.empty(),
              Optional.of(RULE)));
      claims.add(
          new Claim(blocks.stream().map(Block::box).reduce(Box::union).orElseThrow(), blocks));
      before.clear();
    }
  }

  private static boolean isBelow(Row above, Row row) {
    Line one = above.pieces().get(0);
    Line other = row.pieces().get(0);
    return one.sameSize(other)
        && one.stream() == other.stream()
        && one.baseline() - other.baseline() < TIGHT * one.size();
  }

  /** Returns the words of a row from the left, with dots and the number at its end apart. */
  private static List<Word> words(Row row) {
    List<Word> words = new ArrayList<>();
    boolean dots =
        row.pieces().stream()
            .anyMatch(piece -> DOTTED.matcher(piece.text().replace(" ", "")).find());
    for (Line piece : row.pieces()) {
      for (Word word : piece.words()) {
        if (dots) {
          split(word, piece.size(), words);
        } else {
          words.add(word);
        }
      }
    }
    words.sort(Comparator.comparingDouble(word -> word.box().left()));
    Word last = last(words);
    int digits = 0;
    int length = last.glyphs().size();
    while (digits < length && isFigure(last.glyphs().get(length - digits - 1))) {
      digits++;
    }
    if (digits > 0 && digits < length) {
      words.remove(words.size() - 1);
      words.add(
          new Word(last.glyphs().subList(0, length - digits), last.kind(), last.spaceBefore()));
      words.add(new Word(last.glyphs().subList(length - digits, length), last.kind(), false));
    }
    return words;
  }

  /** Adds a word cut at gaps, and where dots begin and end; so many dots hide where gaps are. */
  private static void split(Word word, double size, List<Word> words) {
    List<Glyph> glyphs = word.glyphs();
    int from = 0;
    for (int i = 1; i <= glyphs.size(); i++) {
      boolean gap =
          i < glyphs.size()
              && glyphs.get(i).box().left() - glyphs.get(i - 1).box().right() > WORD_GAP * size;
      if (i == glyphs.size() || gap || isDot(glyphs.get(i)) != isDot(glyphs.get(i - 1))) {
        words.add(
            new Word(
                glyphs.subList(from, i),
                word.kind(),
                from == 0
                    ? word.spaceBefore()
                    : glyphs.get(from).box().left() - glyphs.get(from - 1).box().right()
                        > WORD_GAP * size));
        from = i;
      }
    }
  }

  private static boolean isDot(Glyph glyph) {
    return DOTS.matcher(glyph.text()).matches();
  }

  private static boolean isFigure(Glyph glyph) {
    return !glyph.text().isEmpty() && glyph.text().codePoints().allMatch(Character::isDigit);
  }

  private static Line line(List<Word> words, Row row) {
    List<Word> spaced = new ArrayList<>();
    for (Word word : words) {
      boolean first =
          !spaced.isEmpty()
              && row.pieces().stream()
                  .anyMatch(
                      piece -> piece.words().get(0).glyphs().get(0).equals(word.glyphs().get(0)));
      spaced.add(new Word(word.glyphs(), word.kind(), first || word.spaceBefore()));
    }
    return new Line(
        spaced,
        words.stream().map(Word::box).reduce(Box::union).orElseThrow(),
        row.baseline(),
        row.size());
  }

  private static Word last(List<Word> words) {
    return words.get(words.size() - 1);
  }

  private static boolean isNumber(Word word) {
    return PageNumerals.isNumeral(word.text());
  }

  /** Returns what ends an entry in a row with dots; empty if it has none, or several entries. */
  private static Optional<Ending> leading(Row row) {
    List<Word> words = words(row);
    int from = -1;
    int to = -1;
    for (int i = 0; i < words.size(); i++) {
      int end = i;
      int dots = 0;
      while (end < words.size() && DOTS.matcher(words.get(end).text()).matches()) {
        dots += words.get(end).text().length();
        end++;
      }
      if (dots >= FEWEST_DOTS) {
        from = i;
        to = end;
        break;
      }
      i = Math.max(i, end - 1);
    }
    boolean entry =
        from >= 0 && words.size() - to <= 1 && (to == words.size() || isNumber(words.get(to)));
    return entry
        ? Optional.of(new Ending(words.subList(0, from), words.subList(from, words.size())))
        : Optional.empty();
  }

  /** Returns what ends an entry in a row without dots whose number stands below the others. */
  private static Optional<Ending> numbered(Row row, double[] edges) {
    List<Word> words = words(row);
    Word number = last(words);
    if (words.size() < 2 || !isNumber(number)) {
      return Optional.empty();
    }
    for (double edge : edges) {
      if (Math.abs(number.box().right() - edge) < 0.3 * row.size()) {
        int title = words.size() - 1;
        return Optional.of(new Ending(words.subList(0, title), words.subList(title, words.size())));
      }
    }
    return Optional.empty();
  }
}
