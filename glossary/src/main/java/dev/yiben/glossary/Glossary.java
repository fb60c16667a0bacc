package dev.yiben.glossary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a job's translations are to hold to, in the order of its files; immutable.
 *
 * @param terms how terms are rendered
 * @param personas who speaks and is spoken of
 * @param style how the translations should sound
 * @param forbidden texts that must not occur in any target, whatever its source
 * @param before replacements in sources, before they are translated, in this order
 * @param after replacements in targets, in this order
 * @param protectedPatterns regular expressions of what is kept as it is: matches become
 *     placeholders
 * @param examples sentences with their translations
 */
public record Glossary(
    List<Term> terms,
    List<Persona> personas,
    Style style,
    List<String> forbidden,
    List<Replacement> before,
    List<Replacement> after,
    List<String> protectedPatterns,
    List<ExamplePair> examples) {
  public Glossary {
    terms = List.copyOf(terms);
    personas = List.copyOf(personas);
    forbidden = List.copyOf(forbidden);
    before = List.copyOf(before);
    after = List.copyOf(after);
    protectedPatterns = List.copyOf(protectedPatterns);
    examples = List.copyOf(examples);
  }

  /** Returns a glossary that asks for nothing. */
  public static Glossary empty() {
    return of(List.of());
  }

  /**
   * Returns the terms, and the names of personas that have a target, unless there is a term of the
   * same source. A name is case-sensitive where its script has letter case, for {@code Will} is not
   * {@code will}; its note is what a translator should know of the persona.
   */
  public List<Term> allTerms() {
    Set<String> sources = new HashSet<>();
    terms.forEach(term -> sources.add(FoldedText.fold(term.source())));
    List<Term> all = new ArrayList<>(terms);
    for (Persona persona : personas) {
      if (!persona.target().isEmpty() && sources.add(FoldedText.fold(persona.name()))) {
        all.add(persona.term());
      }
    }
    return List.copyOf(all);
  }

  /** Returns a glossary of terms only. */
  public static Glossary of(List<Term> terms) {
    return new Glossary(
        terms, List.of(), Style.NONE, List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
