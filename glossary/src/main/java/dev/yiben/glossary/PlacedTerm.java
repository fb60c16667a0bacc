package dev.yiben.glossary;

import dev.yiben.glossary.FoldedText.Folding;
import dev.yiben.glossary.GlossaryFinding.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A term of one of several files, or a character with a target, which is one too. */
record PlacedTerm(Term term, boolean isName, Path file, int line) {

  static List<PlacedTerm> of(List<GlossaryFile> files) {
    List<PlacedTerm> terms = new ArrayList<>();
    for (GlossaryFile file : files) {
      for (Placed<Term> term : file.allTerms()) {
        terms.add(new PlacedTerm(term.value(), false, file.file(), term.line()));
      }
      for (Placed<Persona> persona : file.personas()) {
        if (!persona.value().target().isEmpty()) {
          terms.add(new PlacedTerm(persona.value().term(), true, file.file(), persona.line()));
        }
      }
    }
    return terms;
  }

  GlossaryFinding finding(Kind kind, String message) {
    return new GlossaryFinding(kind, file, line, message);
  }

  /** Returns where it is, as seen from another one. */
  String placeFrom(PlacedTerm other) {
    return file.equals(other.file) ? "line " + line : file + ":" + line;
  }

  /** Returns what sources have in common that match the same texts. */
  String variants() {
    return term.regex()
        ? term.source()
        : FoldedText.fold(FoldedText.evenSpaces(term.source()), Folding.KANA);
  }

  String shown() {
    return term.doNotTranslate()
        ? "\"%s\" stays".formatted(term.source())
        : "\"%s\" is \"%s\"".formatted(term.source(), term.target());
  }
}
