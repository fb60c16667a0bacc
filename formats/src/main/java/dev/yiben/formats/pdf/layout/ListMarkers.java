package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises what stands before the items of lists: bullets, numbers, letters. */
final class ListMarkers {
  /** Characters that mark an item on their own, also right before its text. */
  private static final String BULLETS =
      "\u2022\u2023\u2043\u204C\u204D\u2219\u25A0\u25A1\u25AA\u25AB\u25AC\u25B6\u25B8\u25BA\u25CB"
          + "\u25CF\u25CE\u25D8\u25E6\u25C6\u25C7\u2666\u27A2\u27A4\u2794\u2713\u2714\u2717\u2718"
          + "\u2605\u2606\u2611\u2610\u00B7\u30FB\u203B\uF0B7\uF0A7\uF0A8\uF0D8\uF0FC\uF076\uF06E"
          + "\uF02D\uF0A1\uF071\u274F\u2751\u2756";

  /** Characters that mark an item if a space follows. */
  private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212*+>\u00BB\u203A";

  private static final Pattern NUMBER =
      Pattern.compile("\\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,5})[.)]|\\[[0-9]{1,3}\\]|[0-9]{1,3}\\)\\.");

  private static final Pattern CAPITAL = Pattern.compile("\\(?(?:[A-Z]|[IVX]{1,5})[.)]");

  private static final Pattern PICTOGRAMS = Pattern.compile(".*(wingdings|dingbat|webdings).*");

  private ListMarkers() {}

  /** Returns whether glyphs that stand apart from what follows are a marker. */
  static boolean isMarker(List<Glyph> glyphs) {
    if (glyphs.isEmpty() || glyphs.size() > 6) {
      return false;
    }
    String marker = once(WordText.of(glyphs));
    return glyphs.stream().anyMatch(glyph -> isBullet(glyph, marker))
        || (glyphs.size() == 1 && !glyphs.get(0).isReadable())
        || (marker.length() == 1 && DASHES.contains(marker))
        || NUMBER.matcher(marker).matches()
        || CAPITAL.matcher(marker).matches();
  }

  /** Returns whether a word at the start of a line is a bullet or a dash. */
  static boolean isBullet(Word word) {
    String text = once(word.text());
    return isBullet(word.glyphs().get(0), text) || (text.length() == 1 && DASHES.contains(text));
  }

  /** Returns the character that a text consists of, should it be repeated; else the text. */
  private static String once(String text) {
    return text.codePoints().distinct().count() == 1
        ? Character.toString(text.codePointAt(0))
        : text;
  }

  /** Returns whether a word at the start of a line is the raised number or sign of a note. */
  static boolean isNoteNumber(Word word) {
    return word.kind() == Word.Kind.SUPERSCRIPT && word.glyphs().size() <= 4;
  }

  /** Returns whether a word begins with a bullet. */
  static boolean beginsWithBullet(Word word) {
    return isBullet(word.glyphs().get(0), word.glyphs().get(0).text());
  }

  /** Returns whether a word at the start of a line may be a number or a small letter of a list. */
  static boolean isNumber(Word word) {
    return word.glyphs().size() <= 6 && NUMBER.matcher(word.text()).matches();
  }

  /** Returns whether a word may be a capital letter or Roman number of a list, or an initial. */
  static boolean isCapital(Word word) {
    return word.glyphs().size() <= 7 && CAPITAL.matcher(word.text()).matches();
  }

  /** Returns whether a line is a bullet without text, such as one whose text stands elsewhere. */
  static boolean isNothingElse(Line line) {
    Word only = line.words().get(0);
    return line.words().size() == 1 && isBullet(only.glyphs().get(0), once(only.text()));
  }

  /** Returns whether a line surely begins an item. */
  static boolean begins(Line line) {
    return (line.words().size() > 1
            && (isBullet(line.words().get(0)) || isNoteNumber(line.words().get(0))))
        || beginsWithBullet(line.words().get(0));
  }

  /** Returns whether a line begins an item, if what is before it has come to an end. */
  static boolean mayBegin(Line line) {
    return line.words().size() > 1
        && (isNumber(line.words().get(0)) || isCapital(line.words().get(0)));
  }

  /**
   * Returns how many glyphs of the first line of a paragraph are a marker: 0 if it has none, or has
   * nothing else.
   */
  static int length(Line line, List<Line> paragraph) {
    Word first = line.words().get(0);
    boolean alone = line.words().size() == 1;
    if (!alone && (isBullet(first) || isNumber(first) || isNoteNumber(first))) {
      return first.glyphs().size();
    }
    if (!alone && isCapital(first) && (hangs(line, paragraph) || gap(line) > 0.55 * line.size())) {
      return first.glyphs().size();
    }
    return first.glyphs().size() > 1 && beginsWithBullet(first) ? 1 : 0;
  }

  /** Returns the room between the first word of a line and the second. */
  static double gap(Line line) {
    return Math.abs(line.words().get(1).box().left() - line.words().get(0).box().right());
  }

  /** Returns whether the lines below stand below the text behind a marker. */
  private static boolean hangs(Line line, List<Line> paragraph) {
    return paragraph.size() > 1
        && Math.abs(line.words().get(1).box().left() - paragraph.get(1).box().left())
            < 0.3 * line.size();
  }

  private static boolean isBullet(Glyph glyph, String text) {
    if (text.codePointCount(0, text.length()) != 1) {
      return false;
    }
    int c = text.codePointAt(0);
    return BULLETS.indexOf(c) >= 0
        || (c >= 0x2460 && c <= 0x24FF)
        || (c >= 0x2776 && c <= 0x2793)
        || PICTOGRAMS.matcher(glyph.font().name().toLowerCase(Locale.ROOT)).matches();
  }
}
