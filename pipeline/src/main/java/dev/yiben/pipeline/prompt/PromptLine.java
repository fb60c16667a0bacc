package dev.yiben.pipeline.prompt;

import dev.yiben.formats.document.SegmentHints;
import dev.yiben.glossary.TermMatch;
import java.util.List;

/**
 * A segment as a prompt shows it.
 *
 * @param marked source with placeholders
 * @param terms glossary terms found in it
 * @param index its place in the document
 * @param hints what else is known of it
 */
public record PromptLine(String marked, List<TermMatch> terms, int index, SegmentHints hints) {
  public PromptLine {
    terms = List.copyOf(terms);
  }

  /** Creates a line of which nothing else is known. */
  public PromptLine(String marked, List<TermMatch> terms) {
    this(marked, terms, 0, SegmentHints.NONE);
  }
}
