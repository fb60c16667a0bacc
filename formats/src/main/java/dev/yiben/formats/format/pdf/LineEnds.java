package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.layout.Line;
import dev.yiben.formats.pdf.layout.PageLayout;
import dev.yiben.formats.pdf.layout.Paragraph;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what the ends of lines stand for: a space, nothing where words are not parted by spaces, or
 * a word that has been hyphenated.
 */
final class LineEnds {
  private static final Pattern LETTERS_AT_END = Pattern.compile("([\\p{L}\\p{M}]+)$");
  private static final Pattern LETTERS_AT_START = Pattern.compile("^([\\p{L}\\p{M}]+)");
  private static final Pattern ADDRESS = Pattern.compile("(?i)(?:.*://|www\\.).*");

  /** After a hyphen these words begin the rest of an enumeration: "pre- and postwar". */
  private static final Set<String> CONJUNCTIONS =
      Set.of(
          "and", "or", "und", "oder", "bzw", "et", "ou", "y", "o", "u", "e", "ed", "en", "of", "og",
          "och", "eller", "i", "a", "и", "или");

  private final Set<String> words;

  LineEnds(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  /** Returns one that knows the words of a page. */
  static LineEnds of(PageLayout layout) {
    Set<String> words = new HashSet<>();
    for (Paragraph paragraph : layout.paragraphs()) {
      for (Line line : paragraph.lines()) {
        String text = line.text().toLowerCase(Locale.ROOT);
        words.addAll(List.of(text.split("[^\\p{L}\\p{M}\\p{N}\\-\u2010]+")));
      }
    }
    return new LineEnds(words);
  }

  /**
   * Returns what the end of a line stands for.
   *
   * @param last word of the line
   * @param next word, on the next line
   */
  LineEnd between(String last, String next) {
    if (last.isEmpty() || next.isEmpty()) {
      return LineEnd.SPACE;
    }
    char end = last.charAt(last.length() - 1);
    if (end == '\u00AD') {
      return LineEnd.DROPS_HYPHEN;
    }
    if ((end == '-' || end == '\u2010') && last.length() > 1) {
      return afterHyphen(last.substring(0, last.length() - 1), next);
    }
    if (ADDRESS.matcher(last).matches() || (end == '/' && last.length() > 1)) {
      return Character.isLetterOrDigit(next.codePointAt(0)) ? LineEnd.NOTHING : LineEnd.SPACE;
    }
    return isWrittenWithoutSpaces(last.codePointBefore(last.length()))
            || isWrittenWithoutSpaces(next.codePointAt(0))
        ? LineEnd.NOTHING
        : LineEnd.SPACE;
  }

  private LineEnd afterHyphen(String last, String next) {
    int before = last.codePointBefore(last.length());
    int after = next.codePointAt(0);
    if (!Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after)) {
      return LineEnd.SPACE;
    }
    if (!Character.isLetter(before) || !Character.isLowerCase(after)) {
      return LineEnd.NOTHING;
    }
    String first = letters(LETTERS_AT_END, last);
    String second = letters(LETTERS_AT_START, next);
    if (CONJUNCTIONS.contains(second)) {
      return LineEnd.SPACE;
    }
    if (words.contains(first + second)) {
      return LineEnd.DROPS_HYPHEN;
    }
    boolean compound =
        words.contains(first + "-" + second)
            || (last.length() > first.length()
                && "-\u2010".indexOf(last.charAt(last.length() - first.length() - 1)) >= 0);
    return compound ? LineEnd.NOTHING : LineEnd.DROPS_HYPHEN;
  }

  private static String letters(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text.toLowerCase(Locale.ROOT));
    return matcher.find() ? matcher.group(1) : "";
  }

  private static boolean isWrittenWithoutSpaces(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c < 0x3130)
        || (c >= 0xFF00 && c < 0xFFEF)
        || (c >= 0x0E00 && c < 0x0F00)
        || (c >= 0x1000 && c < 0x10A0)
        || (c >= 0x1780 && c < 0x1800);
  }
}
