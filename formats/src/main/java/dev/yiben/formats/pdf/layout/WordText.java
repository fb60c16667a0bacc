package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.text.Normalizer;
import java.util.List;

/**
 * Reads glyphs as text: ligatures and presentation forms as the letters they stand for, an accent
 * over a letter as one character, text that is drawn twice as once.
 */
final class WordText {
  private static final String ACCENTS =
      "\u00B4`\u02C6^\u00A8\u02DC~\u00AF\u02D8\u02D9\u02DA\u02DD\u02C7\u00B8\u02DB";

  /** Combining characters, in the order of the accents. */
  private static final String MARKS =
      "\u0301\u0300\u0302\u0302\u0308\u0303\u0303\u0304\u0306\u0307\u030A\u030B\u030C\u0327\u0328";

  /** The same glyph again, no more than so many em beside it, is a shadow or makes it bold. */
  private static final double SHADOW = 0.12;

  private WordText() {}

  static String of(List<Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    Glyph last = null;
    char pending = 0;
    boolean composed = false;
    for (Glyph glyph : glyphs) {
      if (last != null && isShadow(last, glyph)) {
        continue;
      }
      char mark = mark(glyph);
      boolean over = last != null && isOver(last, glyph);
      if (mark != 0 && over && endsWithLetter(text)) {
        undot(text);
        text.append(mark);
        composed = true;
      } else if (pending != 0 && over && startsWithLetter(glyph)) {
        text.setLength(text.length() - 1);
        text.append(plain(glyph.text()));
        undot(text);
        text.append(pending);
        composed = true;
      } else {
        text.append(plain(glyph.text()));
      }
      pending = mark;
      last = glyph;
    }
    return composed ? Normalizer.normalize(text, Normalizer.Form.NFC) : text.toString();
  }

  private static boolean isShadow(Glyph one, Glyph other) {
    return one.text().equals(other.text())
        && Math.abs(one.size() - other.size()) < 0.05 * one.size()
        && Math.abs(one.box().left() - other.box().left()) < SHADOW * one.size()
        && Math.abs(one.baseline() - other.baseline()) < SHADOW * one.size();
  }

  private static char mark(Glyph glyph) {
    int accent = glyph.text().length() == 1 ? ACCENTS.indexOf(glyph.text().charAt(0)) : -1;
    return accent < 0 ? 0 : MARKS.charAt(accent);
  }

  /** Returns whether two glyphs stand above each other rather than side by side. */
  private static boolean isOver(Glyph one, Glyph other) {
    return Math.abs(one.box().centerX() - other.box().centerX()) < 0.2 * one.size()
        && one.box().left() < other.box().right()
        && other.box().left() < one.box().right();
  }

  private static boolean endsWithLetter(StringBuilder text) {
    return !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1));
  }

  private static boolean startsWithLetter(Glyph glyph) {
    return !glyph.text().isEmpty() && Character.isLetter(glyph.text().codePointAt(0));
  }

  private static void undot(StringBuilder text) {
    int end = text.length() - 1;
    if (text.charAt(end) == '\u0131') {
      text.setCharAt(end, 'i');
    } else if (text.charAt(end) == '\u0237') {
      text.setCharAt(end, 'j');
    }
  }

  /** Returns a text with letters in the place of ligatures and presentation forms. */
  private static String plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isForm(text.charAt(i))) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return text;
  }

  private static boolean isForm(char c) {
    return (c >= '\uFB00' && c <= '\uFDFF') || (c >= '\uFE70' && c <= '\uFEFC');
  }
}
