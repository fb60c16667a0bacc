package dev.yiben.formats.pdf.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page before and after translation, and what is known of the texts on it. */
final class PagePair {
  private final int number;
  private final List<ShownGlyph> before;
  private final List<ShownGlyph> after;
  private final GlyphDifference difference;
  private final LetterStream lettersBefore;
  private final LetterStream lettersAfter;
  private final List<Block> blocks = new ArrayList<>();

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

  /** Finds a text that stands on several pages and is a segment of one of them. */
  void takeMirror(String id, String source, String target) {
    List<Integer> old = lettersBefore.takeWhole(source);
    if (!old.isEmpty()) {
      List<Integer> fresh = lettersAfter.takeWhole(target);
      blocks.add(new Block(id, old, fresh));
    }
  }

  /** Takes the texts that stay, so that no other is found in their places. */
  void leave(String text) {
    lettersBefore.take(text);
  }

  /** Returns glyphs of the source that are gone without a translation. */
  List<ShownGlyph> lost() {
    Map<String, Integer> moved = new HashMap<>();
    strays(moved);
    List<ShownGlyph> lost = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      ShownGlyph glyph = before.get(i);
      if (isOpen(i, glyph, lettersBefore) && !difference.keptBefore().get(i)) {
        if (moved.merge(key(glyph), -1, Integer::sum) < 0) {
          lost.add(glyph);
        }
      }
    }
    return lost;
  }

  /** Returns new glyphs that no translation asks for. */
  List<ShownGlyph> strays() {
    Map<String, Integer> moved = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (isOpen(i, before.get(i), lettersBefore) && !difference.keptBefore().get(i)) {
        moved.merge(key(before.get(i)), 1, Integer::sum);
      }
    }
    List<ShownGlyph> strays = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      ShownGlyph glyph = after.get(i);
      if (isOpen(i, glyph, lettersAfter)
          && !difference.keptAfter().get(i)
          && moved.merge(key(glyph), -1, Integer::sum) < 0) {
        strays.add(glyph);
      }
    }
    return strays;
  }

  private void strays(Map<String, Integer> counts) {
    for (int i = 0; i < after.size(); i++) {
      if (isOpen(i, after.get(i), lettersAfter) && !difference.keptAfter().get(i)) {
        counts.merge(key(after.get(i)), 1, Integer::sum);
      }
    }
  }

  private static boolean isOpen(int index, ShownGlyph glyph, LetterStream letters) {
    return !glyph.letters().isEmpty() && !letters.isTaken(index);
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
