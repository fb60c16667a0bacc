package dev.yiben.glossary;

import dev.yiben.glossary.FoldedText.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

/**
 * Finds the terms of a glossary in texts, in time that does not depend on how many plain terms
 * there are; immutable and safe for use by several threads.
 */
public final class TermMatcher {
  private final List<Term> terms;
  private final Literals exact;
  private final Literals folded;
  private final List<RegexTerm> regexes;
  private final Optional<InflectedTerms> inflected;

  /**
   * Creates a matcher for texts in a language of whose words nothing is known.
   *
   * @throws GlossaryException if a regular expression or a target's reference to a group is wrong
   */
  public TermMatcher(Glossary glossary) {
    terms = glossary.allTerms();
    List<Term> literals = terms.stream().filter(term -> !term.regex()).toList();
    exact = Literals.of(literals.stream().filter(Term::caseSensitive).toList(), Folding.WIDTH);
    folded =
        Literals.of(literals.stream().filter(term -> !term.caseSensitive()).toList(), Folding.KANA);
    regexes = terms.stream().filter(Term::regex).map(RegexTerm::of).toList();
    inflected = Optional.empty();
  }

  private TermMatcher(TermMatcher other, Optional<InflectedTerms> inflected) {
    terms = other.terms;
    exact = other.exact;
    folded = other.folded;
    regexes = other.regexes;
    this.inflected = inflected;
  }

  /**
   * Returns a matcher of the same terms that finds inflected forms of a language's words too.
   *
   * @param language a tag such as {@code en} or {@code pt-BR}; of some no forms are known
   */
  public TermMatcher in(String language) {
    return new TermMatcher(this, InflectedTerms.of(terms, language));
  }

  /**
   * Returns the matches in a text, in its order and without overlaps.
   *
   * <p>Of overlapping matches the longest holds, of equally long ones the first; at one place a
   * case-sensitive term comes before another, a regular expression after both, and an inflected
   * form last. White space of every kind counts as a space, and half as full width. Unless letter
   * case counts, katakana and hiragana are the same where a dictionary knows the word as one.
   *
   * @throws GlossaryException if a regular expression takes too many steps on this text
   */
  public List<TermMatch> match(String text) {
    List<TermMatch> all = all(text);
    return all.isEmpty() ? List.of() : longest(all);
  }

  /** Returns the matches in a text, overlapping ones too, by their beginnings. */
  List<TermMatch> all(String text) {
    String even = FoldedText.evenSpaces(text);
    List<TermMatch> candidates = new ArrayList<>();
    FoldedText narrow = new FoldedText(even, Folding.WIDTH);
    exact.find(even, narrow, candidates);
    folded.find(even, new FoldedText(even, Folding.KANA), candidates);
    for (RegexTerm regex : regexes) {
      candidates.addAll(regex.find(even));
    }
    inflected.ifPresent(terms -> candidates.addAll(terms.find(even, narrow)));
    return candidates.isEmpty() ? List.of() : wholeWords(even, candidates);
  }

  private static List<TermMatch> wholeWords(String text, List<TermMatch> candidates) {
    candidates.sort(Comparator.comparingInt(TermMatch::start));
    WordBoundaries boundaries = new WordBoundaries(text);
    return candidates.stream()
        .filter(
            match ->
                !match.term().wholeWord() || boundaries.isWholeWord(match.start(), match.end()))
        .filter(match -> KanaVariant.isLikely(match, boundaries))
        .toList();
  }

  private static List<TermMatch> longest(List<TermMatch> matches) {
    List<TermMatch> byLength = new ArrayList<>(matches);
    byLength.sort(Comparator.comparingInt(match -> match.start() - match.end()));
    TreeMap<Integer, TermMatch> chosen = new TreeMap<>();
    for (TermMatch match : byLength) {
      Map.Entry<Integer, TermMatch> before = chosen.lowerEntry(match.end());
      if (before == null || before.getValue().end() <= match.start()) {
        chosen.put(match.start(), match);
      }
    }
    return List.copyOf(chosen.values());
  }

  /** Plain terms, and the automaton (Aho and Corasick, 1975) that finds all of them in one pass. */
  private record Literals(Trie trie, Map<String, List<Term>> terms) {

    static Literals of(List<Term> terms, Folding folding) {
      Map<String, List<Term>> byKeyword = new LinkedHashMap<>();
      for (Term term : terms) {
        String keyword = FoldedText.fold(FoldedText.evenSpaces(term.source()), folding);
        byKeyword.computeIfAbsent(keyword, key -> new ArrayList<>()).add(term);
      }
      return new Literals(Trie.builder().addKeywords(byKeyword.keySet()).build(), byKeyword);
    }

    void find(String text, FoldedText folded, List<TermMatch> candidates) {
      if (terms.isEmpty()) {
        return;
      }
      for (Emit emit : trie.parseText(folded.folded())) {
        int start = emit.getStart();
        int end = emit.getEnd() + 1;
        if (folded.isBoundary(start) && folded.isBoundary(end)) {
          for (Term term : terms.get(emit.getKeyword())) {
            candidates.add(match(term, text, folded.origin(start), folded.origin(end)));
          }
        }
      }
    }

    private static TermMatch match(Term term, String text, int start, int end) {
      String matched = text.substring(start, end);
      return new TermMatch(
          term, matched, term.doNotTranslate() ? matched : term.target(), start, end);
    }
  }
}
