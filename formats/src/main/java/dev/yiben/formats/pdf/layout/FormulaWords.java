package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.List;

/** Makes one word, which is kept, of each formula in a line. */
final class FormulaWords {
  /** A word with more letters that are not of formulas is text. */
  private static final int MOST_LETTERS = 3;

  private final Line line;
  private final boolean greek;

  /** How much a word has to do with formulas. */
  private enum Sign {
    /** Is one, or part of one. */
    FORMULA,
    /** Joins what is on both its sides. */
    OPERATOR,
    /** May be part of one: a number, a letter, an index, the name of a function. */
    MAYBE,
    TEXT
  }

  private FormulaWords(Line line) {
    this.line = line;
    this.greek =
        line.words().stream()
            .anyMatch(word -> word.text().codePoints().filter(MathSigns::isGreek).count() > 1);
  }

  /** Returns the line with its formulas as kept words. */
  static Line of(Line line) {
    FormulaWords words = new FormulaWords(line);
    List<Sign> signs = line.words().stream().map(words::sign).toList();
    return signs.contains(Sign.FORMULA) || signs.contains(Sign.OPERATOR)
        ? words.joined(signs)
        : line;
  }

  private Sign sign(Word word) {
    int letters = 0;
    boolean formula = false;
    boolean operators = true;
    for (Glyph glyph : word.glyphs()) {
      if (glyph.text().isEmpty()) {
        continue;
      }
      int c = glyph.text().codePointAt(0);
      boolean sign = MathSigns.isSign(glyph) || (!greek && MathSigns.isGreek(c));
      formula |= sign;
      operators &= MathSigns.isOperator(c);
      if (!sign && Character.isLetter(c)) {
        letters += glyph.text().length();
      }
    }
    boolean function = MathSigns.isFunction(word.text());
    if (formula && (letters <= MOST_LETTERS || function) && word.kind() != Word.Kind.KEPT) {
      return Sign.FORMULA;
    }
    if (operators) {
      return Sign.OPERATOR;
    }
    boolean variable =
        letters == 1 && word.glyphs().size() <= 4 && word.glyphs().get(0).font().italic();
    return letters == 0 || variable || function || isIndex(word) ? Sign.MAYBE : Sign.TEXT;
  }

  private static boolean isIndex(Word word) {
    return word.kind() == Word.Kind.SUPERSCRIPT || word.kind() == Word.Kind.SUBSCRIPT;
  }

  private Line joined(List<Sign> signs) {
    List<Word> words = new ArrayList<>();
    int from = 0;
    while (from < signs.size()) {
      int to = from + 1;
      while (to < signs.size() && joins(signs, to)) {
        to++;
      }
      List<Word> run = line.words().subList(from, to);
      if (isFormula(run, signs.subList(from, to))) {
        keep(run, words);
      } else {
        words.addAll(run);
      }
      from = to;
    }
    return new Line(words, line.box(), line.baseline(), line.size());
  }

  /** Returns whether a word belongs to the same formula as the one before, if to any. */
  private boolean joins(List<Sign> signs, int at) {
    Sign before = signs.get(at - 1);
    Sign own = signs.get(at);
    if (before == Sign.TEXT || own == Sign.TEXT) {
      return false;
    }
    boolean index = isIndex(line.words().get(at)) || !line.words().get(at).spaceBefore();
    return index
        || before == Sign.OPERATOR
        || own == Sign.OPERATOR
        || (before == Sign.FORMULA && own == Sign.FORMULA);
  }

  private static boolean isFormula(List<Word> run, List<Sign> signs) {
    boolean variable =
        run.stream().anyMatch(word -> word.text().codePoints().anyMatch(Character::isLetter));
    return signs.contains(Sign.FORMULA)
        || (signs.contains(Sign.OPERATOR) && signs.size() > 2 && variable);
  }

  /** Adds a formula; punctuation at its ends, and brackets that do not close in it, are text. */
  private static void keep(List<Word> run, List<Word> words) {
    List<Glyph> glyphs = new ArrayList<>();
    run.forEach(word -> glyphs.addAll(word.glyphs()));
    int from = 0;
    int to = glyphs.size();
    while (to - from > 1
        && isLoose(glyphs.get(to - 1), glyphs.subList(from, to), ",.;:", ")]", "([")) {
      to--;
    }
    while (to - from > 1 && isLoose(glyphs.get(from), glyphs.subList(from, to), "", "([", ")]")) {
      from++;
    }
    boolean space = run.get(0).spaceBefore();
    if (from > 0) {
      words.add(new Word(glyphs.subList(0, from), Word.Kind.TEXT, space));
    }
    words.add(new Word(glyphs.subList(from, to), Word.Kind.KEPT, from == 0 && space));
    if (to < glyphs.size()) {
      words.add(new Word(glyphs.subList(to, glyphs.size()), Word.Kind.TEXT, false));
    }
  }

  private static boolean isLoose(
      Glyph glyph, List<Glyph> formula, String loose, String brackets, String partners) {
    String text = glyph.text();
    if (text.length() != 1) {
      return false;
    }
    int bracket = brackets.indexOf(text);
    if (bracket < 0) {
      return loose.contains(text);
    }
    String partner = partners.substring(bracket, bracket + 1);
    long own = formula.stream().filter(other -> other.text().equals(text)).count();
    return own > formula.stream().filter(other -> other.text().equals(partner)).count();
  }
}
