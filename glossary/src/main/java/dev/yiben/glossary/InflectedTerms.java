package dev.yiben.glossary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Terms by the stems of their words, to be found in other forms than the glossary's; immutable and
 * safe for use by several threads.
 */
final class InflectedTerms {
  private final String language;
  private final Node root = new Node(new HashMap<>(), new ArrayList<>());

  private InflectedTerms(List<Term> terms, String language, Optional<WordForms> forms) {
    this.language = language;
    for (Term term : terms) {
      if (hasForms(term)) {
        String source =
            FoldedText.fold(FoldedText.evenSpaces(term.source()), FoldedText.Folding.WIDTH);
        StemmedText phrase = new StemmedText(source, forms);
        if (phrase.isPhrase()) {
          Node node = root;
          for (StemmedText.Word word : phrase.words()) {
            node =
                node.next()
                    .computeIfAbsent(
                        word.stem(), stem -> new Node(new HashMap<>(), new ArrayList<>()));
          }
          node.phrases().add(new Phrase(term, phrase));
        }
      }
    }
  }

  /** Returns the index, or nothing where a language's forms are not known or no term has any. */
  static Optional<InflectedTerms> of(List<Term> terms, String language) {
    return WordForms.of(language)
        .map(forms -> new InflectedTerms(terms, language, Optional.of(forms)))
        .filter(index -> !index.root.next().isEmpty());
  }

  private static boolean hasForms(Term term) {
    return term.inflect()
        && term.wholeWord()
        && !term.regex()
        && !term.caseSensitive()
        && !term.doNotTranslate();
  }

  /**
   * Finds the terms in a text, in the glossary's form or another.
   *
   * <p>Where a word of a term has a capital, a form of it must have one too: there may be Hunters
   * whose hunters are other people.
   *
   * @param narrow the text with {@link FoldedText.Folding#WIDTH} folded away
   */
  List<TermMatch> find(String text, FoldedText narrow) {
    Optional<WordForms> forms = WordForms.of(language);
    StemmedText stemmed = new StemmedText(narrow.folded(), forms);
    List<StemmedText.Word> words = stemmed.words();
    List<TermMatch> matches = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int last = i;
      Node node = root.next().get(words.get(i).stem());
      while (node != null) {
        for (Phrase phrase : node.phrases()) {
          if (stemmed.holdsAt(i, phrase.words(), 0, (word, other) -> isForm(forms, word, other))) {
            int end = words.get(last).end();
            addMatch(phrase.term(), text, narrow, words.get(i).start(), end, matches);
          }
        }
        last++;
        node = last < words.size() ? node.next().get(words.get(last).stem()) : null;
      }
    }
    return matches;
  }

  private static boolean isForm(
      Optional<WordForms> forms, StemmedText.Word word, StemmedText.Word found) {
    return word.stem().equals(found.stem())
        && (found.isCapital() || !word.isCapital())
        && forms.orElseThrow().areOneWord(word.folded(), found.folded());
  }

  private static void addMatch(
      Term term, String text, FoldedText narrow, int start, int end, List<TermMatch> matches) {
    if (narrow.isBoundary(start) && narrow.isBoundary(end)) {
      int from = narrow.origin(start);
      int to = narrow.origin(end);
      matches.add(new TermMatch(term, text.substring(from, to), term.target(), from, to));
    }
  }

  /** What begins with the same stems: what comes next, and what ends here. */
  private record Node(Map<String, Node> next, List<Phrase> phrases) {}

  private record Phrase(Term term, StemmedText words) {}
}
