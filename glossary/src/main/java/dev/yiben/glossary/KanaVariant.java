package dev.yiben.glossary;

import dev.yiben.glossary.FoldedText.Folding;
import java.util.Set;

/** Terms that a text writes in the other kana: {@code さくら} for {@code サクラ}. */
final class KanaVariant {
  /**
   * Words of grammar of two syllables, in katakana; a name that reads the same is another word, and
   * far rarer in hiragana.
   */
  private static final Set<String> GRAMMAR =
      Set.of(
          "アノ", "アル", "アレ", "イイ", "イル", "ウン", "オレ", "カラ", "コウ", "ココ", "コト", "コノ", "コレ", "サエ", "シカ",
          "シタ", "シテ", "スル", "ズツ", "ゼヒ", "ソウ", "ソコ", "ソノ", "ソレ", "タメ", "タリ", "ダガ", "ダケ", "ダナ", "ダヨ",
          "テモ", "テル", "デス", "デハ", "デモ", "トカ", "トキ", "トモ", "ドウ", "ドコ", "ドノ", "ドレ", "ナイ", "ナゼ", "ナド",
          "ナニ", "ナノ", "ナラ", "ナリ", "ナル", "ニモ", "ノデ", "ノニ", "ハイ", "ハズ", "ホド", "マア", "マス", "マタ", "マダ",
          "マデ", "ママ", "モウ", "モシ", "モノ", "ヨウ", "ヨク", "ヨリ", "レル", "ワケ");

  private KanaVariant() {}

  /**
   * Returns whether a match is written as its term is, or likely the same word in the other kana: a
   * word by the dictionary, of two syllables or more, and not one of grammar.
   */
  static boolean isLikely(TermMatch match, WordBoundaries boundaries) {
    Term term = match.term();
    if (term.regex() || term.caseSensitive() || match.text().equals(term.source())) {
      return true;
    }
    String written = FoldedText.fold(match.text(), Folding.KANA);
    String source = FoldedText.evenSpaces(term.source());
    if (!written.equals(FoldedText.fold(source, Folding.KANA))
        || FoldedText.fold(match.text()).equals(FoldedText.fold(source))) {
      return true;
    }
    return written.length() > 1
        && !GRAMMAR.contains(written)
        && boundaries.isWordOfDictionary(match.start(), match.end());
  }
}
