package dev.yiben.pipeline.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * How the lines of a batch are written, in the request and in its answer alike, without a line end
 * after the last.
 */
public enum LineForm {
  /** {@code 1|text}, numbered from 1. */
  NUMBERED,
  /** The bare texts, as models want them that were trained on nothing else. */
  PLAIN;

  /** Returns the texts as lines. */
  public String format(List<String> texts) {
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      lines.add(prefix(lines.size() + 1) + text);
    }
    return String.join("\n", lines);
  }

  /** Returns what the line of a number, counted from 1, begins with. */
  public String prefix(int number) {
    return switch (this) {
      case NUMBERED -> number + "|";
      case PLAIN -> "";
    };
  }
}
