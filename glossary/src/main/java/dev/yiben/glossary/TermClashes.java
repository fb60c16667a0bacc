package dev.yiben.glossary;

import dev.yiben.glossary.FoldedText.Folding;
import dev.yiben.glossary.GlossaryFinding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds terms that get into each other's way. */
final class TermClashes {
  private TermClashes() {}

  static List<GlossaryFinding> of(List<PlacedTerm> terms) {
    List<GlossaryFinding> findings = new ArrayList<>();
    Map<String, List<PlacedTerm>> bySource = new LinkedHashMap<>();
    for (PlacedTerm term : terms) {
      bySource.computeIfAbsent(term.variants(), source -> new ArrayList<>()).add(term);
    }
    for (List<PlacedTerm> variants : bySource.values()) {
      for (int later = 1; later < variants.size(); later++) {
        addClash(variants, later, findings);
      }
    }
    findings.addAll(contained(terms));
    return findings;
  }

  /** Compares a term with the nearest one before it of the same source. */
  private static void addClash(
      List<PlacedTerm> variants, int later, List<GlossaryFinding> findings) {
    PlacedTerm term = variants.get(later);
    for (int earlier = later - 1; earlier >= 0; earlier--) {
      PlacedTerm other = variants.get(earlier);
      if (isSameTermOfOneFile(term, other) || areToldApart(term.term(), other.term())) {
        continue;
      }
      boolean same =
          FoldedText.fold(term.term().target()).equals(FoldedText.fold(other.term().target()));
      findings.add(
          same
              ? term.finding(
                  Kind.DUPLICATE,
                  "%s on %s too; remove one".formatted(term.shown(), other.placeFrom(term)))
              : term.finding(
                  Kind.CONFLICT,
                  "%s, but %s on %s; remove one, or tell them apart by \"case_sensitive\""
                      .formatted(term.shown(), other.shown(), other.placeFrom(term))));
      return;
    }
  }

  /** The reader tells of those. */
  private static boolean isSameTermOfOneFile(PlacedTerm term, PlacedTerm other) {
    return term.file().equals(other.file())
        && term.isName() == other.isName()
        && TermKey.of(term.term()).equals(TermKey.of(other.term()));
  }

  /** Returns whether texts decide by their letter case which of two terms they mean. */
  private static boolean areToldApart(Term term, Term other) {
    if (term.regex() || other.regex() || !(term.caseSensitive() || other.caseSensitive())) {
      return false;
    }
    return term.caseSensitive() != other.caseSensitive()
        || !FoldedText.fold(term.source(), Folding.WIDTH)
            .equals(FoldedText.fold(other.source(), Folding.WIDTH));
  }

  private static List<GlossaryFinding> contained(List<PlacedTerm> terms) {
    List<GlossaryFinding> findings = new ArrayList<>();
    Map<Term, PlacedTerm> places = new HashMap<>();
    List<Term> plain = new ArrayList<>();
    for (PlacedTerm term : terms) {
      if (!term.term().regex() && places.putIfAbsent(term.term(), term) == null) {
        plain.add(term.term());
      }
    }
    TermMatcher matcher = new TermMatcher(Glossary.of(plain));
    for (Term longer : plain) {
      TargetText target = new TargetText(longer.target(), "");
      for (TermMatch match : matcher.all(longer.source())) {
        boolean part = match.end() - match.start() < longer.source().strip().length();
        if (part && !longer.doNotTranslate() && !target.holds(match)) {
          PlacedTerm place = places.get(longer);
          findings.add(
              place.finding(
                  Kind.CONTAINED,
                  "%s, which has not the target of \"%s\" within it, \"%s\" on %s; make them agree"
                          .formatted(
                              place.shown(),
                              match.text(),
                              match.target(),
                              places.get(match.term()).placeFrom(place))
                      + " if one is a part of the other"));
        }
      }
    }
    return findings;
  }
}
