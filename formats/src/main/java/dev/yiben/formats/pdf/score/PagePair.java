package dev.yiben.formats.pdf.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A page before and after translation, and what is known of the texts on it. */
final class PagePair {
  /** How near another glyph is drawn to make it bolder, in its height. */
  private static final double TWIN = 0.3;

  private final int number;
  private final List<ShownGlyph> before;
  private final List<ShownGlyph> after;
  private final GlyphDifference difference;
  private final LetterStream lettersBefore;
  private final LetterStream lettersAfter;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder scatteredBefore = new StringBuilder();
  private final StringBuilder scatteredAfter = new StringBuilder();

  PagePair(int number, List<ShownGlyph> before, List<ShownGlyph> after) {
    this.number = number;
    this.before = before;
    this.after = after;
    this.difference = GlyphDifference.of(before, after);
    this.lettersBefore = new LetterStream(before);
    this.lettersAfter = new LetterStream(after);
  }

  int number() {
    return number;
  }

  List<ShownGlyph> before() {
    return before;
  }

  List<ShownGlyph> after() {
    return after;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** What of a text is not on a page. */
  record Rest(String source, String target) {}

  /**
   * Finds a segment's source and its target, if both are there as a whole.
   *
   * @param source its pieces, one after the other
   * @param target its pieces, one after the other
   */
  boolean takeWhole(String id, List<String> source, List<String> target) {
    List<Integer> old = pieces(lettersBefore, before, source, 0, 0);
    if (old.isEmpty()) {
      return false;
    }
    ShownGlyph first = before.get(old.get(0));
    List<Integer> fresh = pieces(lettersAfter, after, target, first.x(), first.y());
    if (fresh.isEmpty()) {
      return false;
    }
    lettersBefore.take(old);
    lettersAfter.take(fresh);
    blocks.add(new Block(id, old, fresh));
    return true;
  }

  /** Finds a segment's source in the page before, its target in the page after. */
  Rest take(String id, String source, String target) {
    LetterStream.Found old = lettersBefore.take(source);
    if (old.glyphs().isEmpty()) {
      return new Rest(source, target);
    }
    ShownGlyph first = before.get(old.glyphs().get(0));
    LetterStream.Found fresh = lettersAfter.take(target, first.x(), first.y());
    blocks.add(new Block(id, old.glyphs(), fresh.glyphs()));
    return new Rest(old.rest(), fresh.rest());
  }

  /**
   * Finds a text that stands on several pages and is a segment of one of them.
   *
   * @param source what it has between its codes, which may show something else on each page
   * @param target what its translation has between them
   */
  void takeMirror(String id, List<String> source, List<String> target) {
    List<Integer> old = pieces(lettersBefore, before, source, 0, 0);
    if (old.isEmpty()) {
      return;
    }
    ShownGlyph first = before.get(old.get(0));
    List<Integer> fresh = pieces(lettersAfter, after, target, first.x(), first.y());
    lettersBefore.take(old);
    lettersAfter.take(fresh);
    blocks.add(new Block(id, old, fresh));
  }

  /** Finds pieces of a text, each near the one before; empty if one is not there. */
  private static List<Integer> pieces(
      LetterStream letters, List<ShownGlyph> glyphs, List<String> pieces, double x, double y) {
    List<Integer> found = new ArrayList<>();
    for (String piece : pieces) {
      ShownGlyph last = found.isEmpty() ? null : glyphs.get(found.get(found.size() - 1));
      List<Integer> here =
          last == null ? letters.whole(piece, x, y) : letters.whole(piece, last.x(), last.y());
      if (here.isEmpty()) {
        return List.of();
      }
      found.addAll(here);
    }
    return found;
  }

  /** Takes the texts that stay, so that no other is found in their places. */
  void leave(String text) {
    lettersBefore.take(text);
  }

  /** Takes letters of texts that are here, but were not found in the order of the text. */
  void scattered(String source, String target) {
    scatteredBefore.append(source);
    scatteredAfter.append(target);
  }

  /** Returns glyphs of the source that are gone without a translation. */
  List<ShownGlyph> lost() {
    return without(
            without(openBefore(), PagePair::key, counts(openAfter(), PagePair::key)),
            ShownGlyph::letters,
            letters(scatteredBefore))
        .stream()
        .filter(glyph -> !isShownTwice(glyph))
        .toList();
  }

  /** Returns whether a glyph only makes another bolder, or is its shadow. */
  private boolean isShownTwice(ShownGlyph glyph) {
    for (int i = 0; i < before.size(); i++) {
      ShownGlyph other = before.get(i);
      if (lettersBefore.isTaken(i)
          && other.letters().equals(glyph.letters())
          && Math.hypot(other.x() - glyph.x(), other.y() - glyph.y()) < TWIN * glyph.size()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns letters of targets that are not on the page, in no order, but for those that could not
   * be extracted from the source either.
   */
  String missing() {
    Map<String, Integer> there = letters(scatteredBefore);
    openBefore()
        .forEach(
            glyph -> letters(glyph.letters()).forEach((c, n) -> there.merge(c, -n, Integer::sum)));
    there.replaceAll((c, n) -> Math.max(0, n));
    openAfter()
        .forEach(
            glyph -> letters(glyph.letters()).forEach((c, n) -> there.merge(c, n, Integer::sum)));
    StringBuilder missing = new StringBuilder();
    scatteredAfter
        .codePoints()
        .filter(c -> there.merge(Character.toString(c), -1, Integer::sum) < 0)
        .forEach(missing::appendCodePoint);
    return missing.toString();
  }

  /** Returns new glyphs that no translation asks for. */
  List<ShownGlyph> strays() {
    return without(
        without(openAfter(), PagePair::key, counts(openBefore(), PagePair::key)),
        ShownGlyph::letters,
        letters(scatteredAfter));
  }

  private List<ShownGlyph> openBefore() {
    return open(before, lettersBefore, difference.keptBefore());
  }

  private List<ShownGlyph> openAfter() {
    return open(after, lettersAfter, difference.keptAfter());
  }

  /** Returns glyphs that are neither kept nor found as part of a text. */
  private static List<ShownGlyph> open(List<ShownGlyph> glyphs, LetterStream letters, BitSet kept) {
    List<ShownGlyph> open = new ArrayList<>();
    for (int i = 0; i < glyphs.size(); i++) {
      if (!glyphs.get(i).letters().isEmpty() && !letters.isTaken(i) && !kept.get(i)) {
        open.add(glyphs.get(i));
      }
    }
    return open;
  }

  /** Returns glyphs but for as many of each kind as there are others. */
  private static List<ShownGlyph> without(
      List<ShownGlyph> glyphs, Function<ShownGlyph, String> kind, Map<String, Integer> others) {
    return glyphs.stream()
        .filter(glyph -> others.merge(kind.apply(glyph), -1, Integer::sum) < 0)
        .toList();
  }

  private static Map<String, Integer> counts(
      List<ShownGlyph> glyphs, Function<ShownGlyph, String> kind) {
    Map<String, Integer> counts = new HashMap<>();
    glyphs.forEach(glyph -> counts.merge(kind.apply(glyph), 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> letters(CharSequence text) {
    Map<String, Integer> counts = new HashMap<>();
    text.codePoints().forEach(c -> counts.merge(Character.toString(c), 1, Integer::sum));
    return counts;
  }

  private static String key(ShownGlyph glyph) {
    return glyph.font() + " " + glyph.letters();
  }

  /** Returns the glyphs that are new on the page. */
  List<ShownGlyph> fresh() {
    List<ShownGlyph> fresh = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      if (!difference.keptAfter().get(i)) {
        fresh.add(after.get(i));
      }
    }
    return fresh;
  }
}
