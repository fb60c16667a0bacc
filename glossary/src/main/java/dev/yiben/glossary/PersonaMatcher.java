package dev.yiben.glossary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds who is named in texts; immutable and safe for use by several threads. */
public final class PersonaMatcher {
  private final Map<Term, Persona> personas = new LinkedHashMap<>();
  private final TermMatcher names;

  /** Creates a matcher of personas, with a target or without. */
  public PersonaMatcher(List<Persona> personas) {
    personas.forEach(persona -> this.personas.putIfAbsent(persona.term(), persona));
    names = new TermMatcher(Glossary.of(List.copyOf(this.personas.keySet())));
  }

  /** Returns the personas whose names occur in a text, each once, in its order. */
  public List<Persona> match(String text) {
    List<Persona> found = new ArrayList<>();
    for (TermMatch match : names.match(text)) {
      Persona persona = personas.get(match.term());
      if (!found.contains(persona)) {
        found.add(persona);
      }
    }
    return List.copyOf(found);
  }
}
