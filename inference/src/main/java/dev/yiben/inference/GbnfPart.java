package dev.yiben.inference;

import java.util.List;

/** A part of a rule of a grammar. */
sealed interface GbnfPart {
  /** Characters of a literal or a class; an empty literal matches nothing. */
  record Characters(boolean empty) implements GbnfPart {}

  record Reference(String rule) implements GbnfPart {}

  record Group(List<List<GbnfPart>> alternatives) implements GbnfPart {}

  record Repetition(GbnfPart part, int least, int most) implements GbnfPart {}
}
