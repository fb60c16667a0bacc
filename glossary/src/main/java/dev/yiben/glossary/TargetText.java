package dev.yiben.glossary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says whether a target holds a translation, as it stands or in some form of its words: {@code
 * Häuser} honours {@code Haus}.
 *
 * <p>Where the forms of a language are not known but words change their endings, what begins alike
 * is taken for a form. An article before the translation is not asked for, since it changes too.
 */
final class TargetText {
  private static final Set<String> CHANGING_ENDINGS =
      Set.of(
          "be", "bg", "bs", "cs", "et", "hr", "is", "la", "lt", "lv", "mk", "pl", "sk", "sl", "sr",
          "uk");
  private static final int LONGEST_ENDING = 3;
  private static final int SHORTEST_BEGINNING = 3;

  private static final Map<String, Set<String>> ARTICLES =
      Map.of(
          "da", Set.of("den", "det", "de", "en", "et"),
          "de",
              Set.of(
                  "der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen",
                  "einer", "eines"),
          "en", Set.of("the", "a", "an"),
          "es", Set.of("el", "la", "los", "las", "un", "una", "unos", "unas"),
          "fr", Set.of("le", "la", "les", "l", "un", "une", "des"),
          "it", Set.of("il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una"),
          "nl", Set.of("de", "het", "een"),
          "pt", Set.of("o", "a", "os", "as", "um", "uma", "uns", "umas"),
          "sv", Set.of("den", "det", "de", "en", "ett"));

  private final String language;
  private final Optional<WordForms> forms;
  private final String narrow;
  private final String folded;
  private final StemmedText words;

  /**
   * Creates the text of a target.
   *
   * @param language its language, or an empty text where words are taken as they stand
   */
  TargetText(String target, String language) {
    this.language = WordForms.language(language);
    this.forms = WordForms.of(language);
    this.narrow = FoldedText.fold(FoldedText.evenSpaces(target), FoldedText.Folding.WIDTH);
    this.folded = FoldedText.fold(narrow);
    this.words = new StemmedText(narrow, forms);
  }

  /** Returns whether the target holds what a match wants. */
  boolean holds(TermMatch match) {
    Term term = match.term();
    String wanted =
        FoldedText.fold(FoldedText.evenSpaces(match.target()), FoldedText.Folding.WIDTH);
    boolean exact = term.caseSensitive() || term.doNotTranslate();
    return (exact ? narrow.contains(wanted) : folded.contains(FoldedText.fold(wanted)))
        || (term.inflect() && !term.doNotTranslate() && holdsForm(wanted, term.caseSensitive()));
  }

  private boolean holdsForm(String wanted, boolean caseSensitive) {
    if (forms.isEmpty() && !CHANGING_ENDINGS.contains(language)) {
      return false;
    }
    StemmedText phrase = new StemmedText(wanted, forms);
    if (!phrase.isPhrase()) {
      return false;
    }
    List<StemmedText.Word> wantedWords = phrase.words();
    boolean article =
        wantedWords.size() > 1
            && ARTICLES.getOrDefault(language, Set.of()).contains(wantedWords.get(0).folded());
    for (int i = 0; i < words.words().size(); i++) {
      if (words.holdsAt(
          i,
          phrase,
          article ? 1 : 0,
          (word, found) ->
              isForm(word, found) && (!caseSensitive || word.isCapital() == found.isCapital()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isForm(StemmedText.Word word, StemmedText.Word found) {
    return word.stem().equals(found.stem())
        || (forms.isEmpty() && beginAlike(word.folded(), found.folded()));
  }

  private static boolean beginAlike(String wanted, String word) {
    int common = 0;
    int shorter = Math.min(wanted.length(), word.length());
    while (common < shorter && wanted.charAt(common) == word.charAt(common)) {
      common++;
    }
    return common >= SHORTEST_BEGINNING
        && wanted.length() - common <= LONGEST_ENDING
        && word.length() - common <= LONGEST_ENDING;
  }
}
