package dev.yiben.pipeline.prompt;

import java.util.ArrayList;
import java.util.List;

/** How the lines of a batch are written, without a line end after the last. */
public enum LineForm {
  /** {@code 1|text}, numbered from 1, in the request and in its answer. */
  NUMBERED,
  /** The bare texts, as models want them that were trained on nothing else. */
  PLAIN,
  /** Numbered in the request, a JSON object with the numbers as keys in the answer. */
  JSON;

  /** Returns the texts as lines of a request. */
  public String format(List<String> texts) {
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      lines.add(prefix(lines.size() + 1) + text);
    }
    return String.join("\n", lines);
  }

  /** Returns the texts as an answer. */
  public String answer(List<String> texts) {
    return switch (this) {
      case NUMBERED, PLAIN -> format(texts);
      case JSON -> JsonLines.format(texts);
    };
  }

  /** Returns what the line of a number, counted from 1, begins with. */
  public String prefix(int number) {
    return switch (this) {
      case NUMBERED, JSON -> number + "|";
      case PLAIN -> "";
    };
  }
}
