package dev.yiben.glossary.extract;

import java.util.List;

/**
 * A term that is proposed.
 *
 * @param source as the texts have it, in its most frequent form
 * @param kind what it seems to be
 * @param count how often it occurs, not counting longer terms that it is part of
 * @param places in how many places it occurs
 * @param contexts some passages with it, from all over the texts
 */
public record Candidate(String source, Kind kind, int count, int places, List<String> contexts) {
  /** What a candidate seems to be. */
  public enum Kind {
    /** Somebody who speaks. */
    SPEAKER,
    /** A name of a person, a place or anything else. */
    NAME,
    /** A word or several words that come again and again. */
    COMPOUND
  }

  public Candidate {
    contexts = List.copyOf(contexts);
  }
}
