package dev.yiben.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

/**
 * Finds the terms of a glossary in texts, in time that does not depend on how many plain terms
 * there are; immutable and safe for use by several threads.
 */
public final class TermMatcher {
  private final Literals exact;
  private final Literals folded;
  private final List<RegexTerm> regexes;

  /**
   * Creates a matcher.
   *
   * @throws GlossaryException if a regular expression or a target's reference to a group is wrong
   */
  public TermMatcher(Glossary glossary) {
    List<Term> terms = glossary.allTerms();
    List<Term> literals = terms.stream().filter(term -> !term.regex()).toList();
    exact = Literals.of(literals.stream().filter(Term::caseSensitive).toList());
    folded = Literals.of(literals.stream().filter(term -> !term.caseSensitive()).toList());
    regexes = terms.stream().filter(Term::regex).map(RegexTerm::of).toList();
  }

  /**
   * Returns the matches in a text, in its order and without overlaps.
   *
   * <p>Of overlapping matches the longest holds, of equally long ones the first; at one place a
   * case-sensitive term comes before another, and a regular expression last. White space of every
   * kind counts as a space.
   *
   * @throws GlossaryException if a regular expression takes too many steps on this text
   */
  public List<TermMatch> match(String text) {
    String even = FoldedText.evenSpaces(text);
    List<TermMatch> candidates = new ArrayList<>();
    addExact(even, candidates);
    addFolded(even, candidates);
    for (RegexTerm regex : regexes) {
      candidates.addAll(regex.find(even));
    }
    return candidates.isEmpty() ? List.of() : longest(wholeWords(even, candidates));
  }

  private void addExact(String text, List<TermMatch> candidates) {
    if (exact.terms.isEmpty()) {
      return;
    }
    for (Emit emit : exact.trie.parseText(text)) {
      for (Term term : exact.terms.get(emit.getKeyword())) {
        candidates.add(literal(term, text, emit.getStart(), emit.getEnd() + 1));
      }
    }
  }

  private void addFolded(String text, List<TermMatch> candidates) {
    if (folded.terms.isEmpty()) {
      return;
    }
    FoldedText foldedText = new FoldedText(text);
    for (Emit emit : folded.trie.parseText(foldedText.folded())) {
      int start = emit.getStart();
      int end = emit.getEnd() + 1;
      if (foldedText.isBoundary(start) && foldedText.isBoundary(end)) {
        for (Term term : folded.terms.get(emit.getKeyword())) {
          candidates.add(literal(term, text, foldedText.origin(start), foldedText.origin(end)));
        }
      }
    }
  }

  private static TermMatch literal(Term term, String text, int start, int end) {
    String matched = text.substring(start, end);
    return new TermMatch(
        term, matched, term.doNotTranslate() ? matched : term.target(), start, end);
  }

  private static List<TermMatch> wholeWords(String text, List<TermMatch> candidates) {
    candidates.sort(Comparator.comparingInt(TermMatch::start));
    WordBoundaries boundaries = new WordBoundaries(text);
    return candidates.stream()
        .filter(
            match ->
                !match.term().wholeWord() || boundaries.isWholeWord(match.start(), match.end()))
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

    static Literals of(List<Term> terms) {
      Map<String, List<Term>> byKeyword = new LinkedHashMap<>();
      for (Term term : terms) {
        String source = FoldedText.evenSpaces(term.source());
        String keyword = term.caseSensitive() ? source : FoldedText.fold(source);
        byKeyword.computeIfAbsent(keyword, key -> new ArrayList<>()).add(term);
      }
      return new Literals(Trie.builder().addKeywords(byKeyword.keySet()).build(), byKeyword);
    }
  }
}
