package dev.yiben.glossary;

import dev.yiben.glossary.GlossaryFinding.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds entries that nothing in the texts matches. */
final class UnusedEntries {
  private final List<PlacedTerm> terms;
  private final TermMatcher matcher;
  private final TermMatcher loose;
  private final Map<Term, Term> fromLoose = new HashMap<>();
  private final List<Unseen> patterns = new ArrayList<>();

  /** A pattern or a replacement that nothing has matched yet. */
  private record Unseen(Path file, int line, String what, Predicate<String> matches) {}

  UnusedEntries(List<GlossaryFile> files, List<PlacedTerm> terms, Optional<String> language) {
    this.terms = terms;
    List<Term> all = terms.stream().map(PlacedTerm::term).distinct().toList();
    matcher = new LanguageTerms(Glossary.of(all)).in(language);
    all.forEach(term -> fromLoose.putIfAbsent(loose(term), term));
    loose = new TermMatcher(Glossary.of(List.copyOf(fromLoose.keySet())));
    files.forEach(this::addPatterns);
  }

  private static Term loose(Term term) {
    return new Term(
        term.source(), "", "", false, false, term.regex(), true, List.of(), term.inflect());
  }

  private void addPatterns(GlossaryFile file) {
    for (Placed<String> pattern : file.patterns()) {
      ProtectedPatterns compiled = new ProtectedPatterns(List.of(pattern.value()));
      addUnseen(file, pattern.line(), pattern.value(), text -> !compiled.find(text).isEmpty());
    }
    for (Placed<Replacement> replacement : file.before()) {
      TextReplacer replacer = new TextReplacer(replacement.value());
      addUnseen(
          file,
          replacement.line(),
          replacement.value().find(),
          text -> !replacer.find(text).isEmpty());
    }
  }

  private void addUnseen(GlossaryFile file, int line, String what, Predicate<String> matches) {
    patterns.add(new Unseen(file.file(), line, what, matches));
  }

  List<GlossaryFinding> of(Iterable<String> texts) {
    Set<Term> used = new HashSet<>();
    Set<Term> covered = new HashSet<>();
    Set<Term> almost = new HashSet<>();
    for (String text : texts) {
      matcher.all(text).forEach(match -> covered.add(match.term()));
      matcher.match(text).forEach(match -> used.add(match.term()));
      loose.all(text).forEach(match -> almost.add(fromLoose.get(match.term())));
      patterns.removeIf(pattern -> pattern.matches().test(text));
    }
    List<GlossaryFinding> findings = new ArrayList<>();
    for (PlacedTerm place : terms) {
      if (!used.contains(place.term())) {
        findings.add(
            place.finding(
                Kind.UNUSED,
                "\"%s\" is never found in the texts%s"
                    .formatted(place.term().source(), hint(place.term(), covered, almost))));
      }
    }
    for (Unseen pattern : patterns) {
      findings.add(
          new GlossaryFinding(
              Kind.UNUSED,
              pattern.file(),
              pattern.line(),
              "\"%s\" is never found in the texts".formatted(pattern.what())));
    }
    return findings;
  }

  private static String hint(Term term, Set<Term> covered, Set<Term> almost) {
    if (covered.contains(term)) {
      return " but where another term holds: a longer one, or an earlier one of the same length";
    }
    if (!almost.contains(term)) {
      return "";
    }
    return term.caseSensitive()
        ? " but in other letter case or within other words; see \"case_sensitive\""
        : " but within other words; set \"whole_word: false\" if these are meant";
  }
}
