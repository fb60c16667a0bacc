package dev.yiben.formats.format.renpy;

import java.util.List;
import java.util.Optional;

/**
 * What is translated at once: a say statement with those before it that belong to it.
 *
 * @param id the translation id
 * @param alternate another id that a translation may have
 * @param label the label that it comes after; empty if there is none
 * @param statements its statements, at least one
 */
record TranslationUnit(
    String id, Optional<String> alternate, String label, List<Statement> statements) {
  TranslationUnit {
    statements = List.copyOf(statements);
  }

  /** Returns the line that it begins in. */
  LogicalLine line() {
    return statements.get(0).line();
  }
}
