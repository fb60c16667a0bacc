package dev.yiben.pipeline.prompt;

import dev.yiben.formats.document.SegmentHints;
import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.TermMatch;
import java.util.List;
import java.util.Optional;

/**
 * A segment as a prompt shows it.
 *
 * @param marked source with placeholders
 * @param terms glossary terms found in it
 * @param index its place in the document
 * @param hints what else is known of it
 * @param similar a similar segment with its marked translation
 */
public record PromptLine(
    String marked,
    List<TermMatch> terms,
    int index,
    SegmentHints hints,
    Optional<ExamplePair> similar) {
  public PromptLine {
    terms = List.copyOf(terms);
  }

  /** Creates a line to which nothing similar is known. */
  public PromptLine(String marked, List<TermMatch> terms, int index, SegmentHints hints) {
    this(marked, terms, index, hints, Optional.empty());
  }

  /** Creates a line of which nothing else is known. */
  public PromptLine(String marked, List<TermMatch> terms) {
    this(marked, terms, 0, SegmentHints.NONE);
  }
}
