package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Shape;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which paragraphs stay as they are, and why. */
final class KeepRules {
  /** Numbers with units and currencies, dates in figures, and numbers of parts and pages. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?U)([^\\p{L}]|(?<!\\p{L})(USD|EUR|GBP|JPY|CNY|RMB|CHF|[kKMG]?Hz|[cdkmn]?m|[kmµ]?g|[cdm]?l|kWh?|[kMGT]i?B|"
              + "[mµ]?s|min|h|V|A|W|°[CF]|x|px|pt|[ivxlcIVXLC]+|[A-Za-z])(?!\\p{L}))+");

  private static final Pattern LONE_LETTERS = Pattern.compile("(?U)[^\\p{N}]*");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[<(]?((https?|ftp|mailto|doi|file):\\S+|www\\.\\S+|[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+"
              + "|([\\w-]+\\.)+(com|org|net|gov|edu|de|uk|cn|jp|fr|io|eu|info)(/\\S*)?|10\\.\\d{4,}/\\S+)[>).,;]?");

  private KeepRules() {}

  /** Returns why a paragraph is kept; empty if it is not. */
  static Optional<String> of(Paragraph paragraph, Region region) {
    if (paragraph.keepRule().isPresent()) {
      return paragraph.keepRule();
    }
    List<Word> words = paragraph.lines().stream().flatMap(line -> line.words().stream()).toList();
    String rest =
        String.join(
            " ",
            words.stream().filter(word -> word.kind() != Word.Kind.KEPT).map(Word::text).toList());
    boolean drawn = words.stream().anyMatch(word -> word.kind() == Word.Kind.KEPT);
    if (rest.codePoints().noneMatch(Character::isLetter)) {
      return Optional.of(drawn ? FormulaClaims.RULE : "number");
    }
    if (NUMBER.matcher(rest).matches() && !LONE_LETTERS.matcher(rest).matches()) {
      return Optional.of("number");
    }
    if (words.stream().allMatch(word -> ADDRESS.matcher(word.text()).matches())
        || isLongAddress(words)) {
      return Optional.of("address");
    }
    return hasDrawnFormula(paragraph, words, region)
        ? Optional.of(FormulaClaims.RULE)
        : Optional.empty();
  }

  /** Returns whether words are an address that goes on over lines. */
  private static boolean isLongAddress(List<Word> words) {
    return words.size() <= 4
        && ADDRESS.matcher(String.join("", words.stream().map(Word::text).toList())).matches()
        && words.get(0).text().matches("[<(]?(https?:|www\\.).*");
  }

  /**
   * Returns whether a formula of a paragraph has lines that are drawn, such as the bar of a
   * fraction: they cannot move with it.
   */
  private static boolean hasDrawnFormula(Paragraph paragraph, List<Word> words, Region region) {
    if (words.stream().noneMatch(word -> word.kind() == Word.Kind.KEPT)) {
      return false;
    }
    return region.shapes().stream()
        .filter(shape -> shape.kind() == Shape.Kind.RULE)
        .map(Shape::box)
        .filter(rule -> rule.width() < 15 * paragraph.size() && paragraph.box().contains(rule, 1))
        .anyMatch(
            rule ->
                words.stream()
                    .filter(word -> word.kind() == Word.Kind.KEPT)
                    .map(Word::box)
                    .anyMatch(box -> isAcross(rule, box)));
  }

  private static boolean isAcross(Box rule, Box formula) {
    return rule.centerX() > formula.left()
        && rule.centerX() < formula.right()
        && rule.centerY() > formula.bottom() + 0.2 * formula.height()
        && rule.centerY() < formula.top() + 1;
  }
}
