package dev.yiben.glossary;

import java.util.List;

/** The terms of a job, in the order of their files; immutable. */
public record Glossary(List<Term> terms) {
  public Glossary {
    terms = List.copyOf(terms);
  }

  /** Returns a glossary without terms. */
  public static Glossary empty() {
    return new Glossary(List.of());
  }
}
