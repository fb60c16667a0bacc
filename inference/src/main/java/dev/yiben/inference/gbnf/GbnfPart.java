package dev.yiben.inference.gbnf;

import java.util.List;

/** A part of a rule of a grammar. */
public sealed interface GbnfPart {
  /** Characters one after the other; none match nothing. */
  record Literal(String text) implements GbnfPart {}

  /**
   * One character out of some.
   *
   * @param negated whether the ranges say which characters do not match
   */
  record CharacterClass(boolean negated, List<Range> ranges) implements GbnfPart {}

  /** Code points from the first to the last, both of them included. */
  record Range(int first, int last) {}

  /** What another rule matches. */
  record Reference(String rule) implements GbnfPart {}

  /** One of some sequences of parts. */
  record Group(List<List<GbnfPart>> alternatives) implements GbnfPart {}

  /**
   * A part several times.
   *
   * @param most {@link Integer#MAX_VALUE} for any number of times
   */
  record Repetition(GbnfPart part, int least, int most) implements GbnfPart {}
}
