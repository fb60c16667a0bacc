package dev.yiben.pipeline.prompt;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.PersonaMatcher;
import dev.yiben.glossary.Style;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a glossary tells a model besides terms.
 *
 * @param style how translations should sound, in the head of every request
 * @param examples translations to go by, in the head of every request
 * @param personas finds who is named; each is told of only where their name occurs or they speak
 */
public record Guidance(Style style, List<ExamplePair> examples, PersonaMatcher personas) {
  /** Nothing. */
  public static final Guidance NONE =
      new Guidance(Style.NONE, List.of(), new PersonaMatcher(List.of()));

  public Guidance {
    examples = List.copyOf(examples);
  }

  /**
   * Returns what a glossary tells.
   *
   * @param examples those of its examples that there is room for
   */
  public static Guidance of(Glossary glossary, List<ExamplePair> examples) {
    return new Guidance(glossary.style(), examples, new PersonaMatcher(glossary.personas()));
  }

  /**
   * Returns the personas who are named in a line or speak it, as far as anything is said of them.
   */
  public Set<Persona> of(PromptLine line) {
    return Stream.concat(line.hints().speaker().stream(), Stream.of(line.marked()))
        .flatMap(text -> personas.match(text).stream())
        .filter(persona -> !traits(persona).isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static String traits(Persona persona) {
    return Stream.of(persona.gender(), persona.speech(), persona.note())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
