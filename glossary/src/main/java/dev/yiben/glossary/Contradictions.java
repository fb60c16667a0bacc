package dev.yiben.glossary;

import dev.yiben.glossary.GlossaryFinding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds entries that contradict themselves or others of the glossary. */
final class Contradictions {
  /** Presets whose patterns are rarely anything else but placeholders. */
  private static final List<String> PRESETS =
      List.of("csharp", "html", "mustache", "python", "rpgmaker", "ruby");

  private Contradictions() {}

  static List<GlossaryFinding> of(List<GlossaryFile> files, List<PlacedTerm> terms) {
    List<GlossaryFinding> findings = new ArrayList<>();
    addForbiddenTargets(files, terms, findings);
    addLostPlaceholders(files, terms, findings);
    addExamples(files, terms, findings);
    return findings;
  }

  private static void addForbiddenTargets(
      List<GlossaryFile> files, List<PlacedTerm> terms, List<GlossaryFinding> findings) {
    Map<String, PlacedTerm> byTarget = new HashMap<>();
    for (PlacedTerm place : terms) {
      String target = FoldedText.fold(place.term().target());
      byTarget.putIfAbsent(target, place);
      for (String forbidden : place.term().forbidden()) {
        if (FoldedText.fold(forbidden).equals(target)) {
          findings.add(
              place.finding(
                  Kind.FORBIDDEN_TARGET,
                  "%s, which it forbids; remove it from \"forbidden\"".formatted(place.shown())));
        }
      }
    }
    for (GlossaryFile file : files) {
      for (Placed<String> forbidden : file.forbidden()) {
        PlacedTerm term = byTarget.get(FoldedText.fold(forbidden.value()));
        if (term != null) {
          findings.add(
              new GlossaryFinding(
                  Kind.FORBIDDEN_TARGET,
                  file.file(),
                  forbidden.line(),
                  "\"%s\" is forbidden, but the target of \"%s\" in %s:%d; remove one"
                      .formatted(
                          forbidden.value(), term.term().source(), term.file(), term.line())));
        }
      }
    }
  }

  private static void addLostPlaceholders(
      List<GlossaryFile> files, List<PlacedTerm> terms, List<GlossaryFinding> findings) {
    ProtectedPatterns patterns =
        new ProtectedPatterns(
            Stream.concat(
                    PRESETS.stream().map(ProtectedPresets::patterns).flatMap(List::stream),
                    files.stream().flatMap(file -> file.patterns().stream()).map(Placed::value))
                .distinct()
                .toList());
    for (PlacedTerm place : terms) {
      Term term = place.term();
      if (!term.regex() && !term.doNotTranslate()) {
        for (Splice placeholder : patterns.find(term.source())) {
          if (!term.target().contains(placeholder.text())) {
            findings.add(
                place.finding(
                    Kind.LOST_PLACEHOLDER,
                    "%s, which lacks \"%s\"; add it".formatted(place.shown(), placeholder.text())));
          }
        }
      }
    }
  }

  private static void addExamples(
      List<GlossaryFile> files, List<PlacedTerm> terms, List<GlossaryFinding> findings) {
    List<Term> usable = terms.stream().map(PlacedTerm::term).distinct().toList();
    TermMatcher matcher = new TermMatcher(Glossary.of(usable));
    for (GlossaryFile file : files) {
      for (Placed<ExamplePair> example : file.examples()) {
        List<TermMatch> matches = matcher.match(example.value().source());
        for (TermViolation violation : TermCheck.violations(matches, example.value().target())) {
          findings.add(
              new GlossaryFinding(
                  Kind.EXAMPLE,
                  file.file(),
                  example.line(),
                  "the example does not honour the glossary: " + violation.message()));
        }
      }
    }
  }
}
