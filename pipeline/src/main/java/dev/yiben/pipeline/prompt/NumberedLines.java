package dev.yiben.pipeline.prompt;

import java.util.List;

/** Lines of the form {@code 1|text}, numbered from 1, without a line end after the last. */
public final class NumberedLines {
  private NumberedLines() {}

  /** Returns the texts as numbered lines. */
  public static String format(List<String> texts) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      lines.append(i == 0 ? "" : "\n").append(prefix(i + 1)).append(texts.get(i));
    }
    return lines.toString();
  }

  /** Returns what a line of that number begins with. */
  public static String prefix(int number) {
    return number + "|";
  }
}
