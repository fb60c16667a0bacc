package dev.yiben.formats.format.renpy;

import java.util.List;
import java.util.Optional;

/**
 * The translation of what the engine takes as one: {@code translate schinese start_a1b2c3d4:}.
 *
 * @param language name of the language
 * @param id translation id
 * @param line number of the line that begins it
 * @param said what is said in it, in order
 * @param comments what its comments say that the source is, in order
 * @param otherId the id that its comments would give it, if it is another
 */
record TranslationBlock(
    String language,
    String id,
    int line,
    List<Statement.Said> said,
    List<Statement.Said> comments,
    Optional<String> otherId) {
  TranslationBlock {
    said = List.copyOf(said);
    comments = List.copyOf(comments);
  }

  /** Returns what is translated, one for each thing that is said. */
  List<Source> sources(SourceLines game) {
    List<Statement.Said> origin = comments.isEmpty() ? game.said(id) : comments;
    return Source.align(said, origin);
  }
}
