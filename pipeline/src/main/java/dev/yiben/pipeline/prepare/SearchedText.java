package dev.yiben.pipeline.prepare;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.glossary.Splice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of coded content, to find something in it.
 *
 * <p>A code that shows something, such as a line break, is one character there, so that words do
 * not run together; other codes are nothing. What was found counts only where no code is in it.
 */
final class SearchedText {
  private static final char OBJECT = '\uFFFC';

  private final List<Inline> content;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> starts = new ArrayList<>();

  SearchedText(CodedText coded) {
    content = coded.content();
    for (Inline inline : content) {
      starts.add(text.length());
      if (inline instanceof TextRun run) {
        text.append(run.text());
      } else if (inline instanceof InlineCode code && !code.text().isEmpty()) {
        text.append(code.text().indexOf('\n') >= 0 ? '\n' : OBJECT);
      }
    }
    starts.add(text.length());
  }

  /** Returns the text. */
  String text() {
    return text.toString();
  }

  /**
   * Returns what was found in runs of text, by the run's index in the content, with offsets in the
   * run.
   *
   * @param found in the order of the text and without overlaps
   */
  Map<Integer, List<Splice>> inRuns(List<Splice> found) {
    Map<Integer, List<Splice>> inRuns = new HashMap<>();
    int index = 0;
    for (Splice splice : found) {
      while (starts.get(index + 1) <= splice.start()) {
        index++;
      }
      if (splice.end() <= starts.get(index + 1) && content.get(index) instanceof TextRun) {
        int start = starts.get(index);
        inRuns
            .computeIfAbsent(index, run -> new ArrayList<>())
            .add(new Splice(splice.start() - start, splice.end() - start, splice.text()));
      }
    }
    return inRuns;
  }
}
