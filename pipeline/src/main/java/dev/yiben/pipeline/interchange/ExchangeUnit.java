package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import java.util.List;
import java.util.Optional;

/**
 * A segment to be reviewed.
 *
 * @param number its place among all segments of the document, from 1
 * @param id its stable id
 * @param source its source
 * @param target its target, if there is one
 * @param state how far the target has come
 * @param notes what a reviewer should know
 */
record ExchangeUnit(
    int number,
    String id,
    CodedText source,
    Optional<CodedText> target,
    ReviewState state,
    List<ExchangeNote> notes) {
  ExchangeUnit {
    notes = List.copyOf(notes);
  }
}
