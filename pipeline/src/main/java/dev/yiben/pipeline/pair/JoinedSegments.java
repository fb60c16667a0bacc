package dev.yiben.pipeline.pair;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.TextRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one segment of neighbours. */
final class JoinedSegments {
  private JoinedSegments() {}

  /** Returns the first of the segments with the texts of all of them. */
  static Segment join(List<Segment> segments) {
    Segment first = segments.get(0);
    if (segments.size() == 1) {
      return first;
    }
    CodedText.Builder joined = CodedText.builder();
    for (int i = 0; i < segments.size(); i++) {
      if (i > 0) {
        joined.text(" ");
      }
      append(segments.get(i).source(), joined);
    }
    return first.with(joined.build());
  }

  private static void append(CodedText text, CodedText.Builder joined) {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (Inline inline : text.content()) {
      if (inline instanceof TextRun run) {
        joined.text(run.text());
      } else if (inline instanceof InlineCode code) {
        switch (code.kind()) {
          case OPEN -> numbers.put(code.number(), joined.open(code.original()));
          case CLOSE -> joined.close(numbers.get(code.number()), code.original());
          case STANDALONE -> joined.standalone(code.original(), code.text());
        }
      }
    }
  }
}
