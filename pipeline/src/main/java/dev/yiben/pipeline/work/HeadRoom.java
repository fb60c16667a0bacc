package dev.yiben.pipeline.work;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.Glossary;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.prompt.Guidance;
import java.util.ArrayList;
import java.util.List;

/** Sees that what is told in the head of every request leaves room for the rest. */
record HeadRoom(InferenceEngine engine) {
  private static final int STYLE_PARTS = 8;
  private static final int EXAMPLE_PARTS = 8;

  /**
   * Returns what a glossary tells, with its first examples that take an eighth of the context
   * window at most.
   *
   * @throws JobException if its style takes more than that
   */
  Guidance guidance(Glossary glossary) {
    int window = engine.capabilities().contextWindow();
    int style = engine.countTokens(glossary.style().text() + glossary.style().register());
    if (style > window / STYLE_PARTS) {
      throw new JobException(
          "the style takes %d of the %d tokens of the context window; shorten it to %d"
              .formatted(style, window, window / STYLE_PARTS));
    }
    List<ExamplePair> examples = new ArrayList<>();
    int tokens = 0;
    for (ExamplePair pair : glossary.examples()) {
      tokens += engine.countTokens(pair.source() + " = " + pair.target() + "\n");
      if (tokens > window / EXAMPLE_PARTS) {
        break;
      }
      examples.add(pair);
    }
    return Guidance.of(glossary, examples);
  }
}
