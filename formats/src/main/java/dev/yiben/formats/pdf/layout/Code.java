package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.List;
import java.util.regex.Pattern;

/** Tells lines of program text from other text. */
final class Code {
  /** How lines of programs begin, or what stands in them. */
  private static final Pattern LINE =
      Pattern.compile(
          ".*[;{}]\\s*|.*(==|!=|=>|->|::|\\+=|-=|&&|\\|\\||</|/>|:=|\\(\\)).*|\\s*(#include|#!|#define|import"
              + " |from \\S+ import|def |class |public |private |static |void |int |return\\b|if"
              + " \\(|for \\(|while \\(|var |let |const |function |elif"
              + " |else:|try:|except|print\\(|echo |sudo |\\$ |>>> |//|/\\*|\\*"
              + " |<[?!/]?\\w+).*|.*\\w\\([^()]*\\)[;:{,]?\\s*|\\s*\\w+ = .*|\\s*[\\w.]+:("
              + " \\S+)?|\\s*[\"'].*[\"'],?\\s*");

  private static final Pattern SENTENCE =
      Pattern.compile("(?U)[\\p{L}'’,()-]+([.:?!]?\\s+|[.:?!]?$)");

  private Code() {}

  static boolean isMono(Line line) {
    long mono =
        line.words().stream()
            .flatMap(word -> word.glyphs().stream())
            .filter(glyph -> glyph.font().mono())
            .count();
    return mono >= 0.8 * line.words().stream().mapToInt(word -> word.glyphs().size()).sum();
  }

  static boolean isMono(Word word) {
    return word.glyphs().stream().map(Glyph::font).allMatch(font -> font.mono());
  }

  /** Returns how many lines of all look like those of programs. */
  static double share(List<Line> lines) {
    return (double) lines.stream().filter(line -> LINE.matcher(line.text()).matches()).count()
        / lines.size();
  }

  /** Returns how many lines of all look like parts of sentences. */
  static double prose(List<Line> lines) {
    return (double)
            lines.stream()
                .filter(
                    line ->
                        line.words().size() > 3
                            && SENTENCE
                                    .matcher(line.text())
                                    .results()
                                    .mapToInt(found -> found.group().length())
                                    .sum()
                                > 0.85 * line.text().length())
                .count()
        / lines.size();
  }

  /** Returns the share of characters that are neither letters nor digits. */
  static double symbols(List<Line> lines) {
    long all = 0;
    long symbols = 0;
    for (Line line : lines) {
      int[] characters = line.text().codePoints().filter(c -> c != ' ').toArray();
      all += characters.length;
      for (int c : characters) {
        symbols += Character.isLetterOrDigit(c) ? 0 : 1;
      }
    }
    return all == 0 ? 0 : (double) symbols / all;
  }
}
