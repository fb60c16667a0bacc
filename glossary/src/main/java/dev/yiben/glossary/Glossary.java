package dev.yiben.glossary;

import java.util.List;

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

  /** Returns a glossary of terms only. */
  public static Glossary of(List<Term> terms) {
    return new Glossary(
        terms, List.of(), Style.NONE, List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
