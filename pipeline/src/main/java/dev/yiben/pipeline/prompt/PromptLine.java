package dev.yiben.pipeline.prompt;

import dev.yiben.glossary.TermMatch;
import java.util.List;

/**
 * A segment as a prompt shows it.
 *
 * @param marked source with placeholders
 * @param terms glossary terms found in it
 */
public record PromptLine(String marked, List<TermMatch> terms) {
  public PromptLine {
    terms = List.copyOf(terms);
  }
}
