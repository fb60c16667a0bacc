package dev.yiben.pipeline.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads {@link LineForm#PLAIN} lines, which belong to their sources by their place alone: an answer
 * with more or fewer lines than were asked for tells nothing about any of them.
 */
final class PlainParser {
  private PlainParser() {}

  static ParsedResponse parse(List<String> answer, int count, String interrupted) {
    List<String> lines = trimmed(answer);
    if (interrupted.isEmpty()) {
      if (lines.size() != count) {
        // Some models leave a blank line between paragraphs.
        lines.removeIf(String::isBlank);
      }
      return lines.size() == count ? complete(lines) : refused(lines.size(), count);
    }
    if (lines.size() > count) {
      return refused(lines.size(), count);
    }
    return begun(lines, interrupted);
  }

  private static ParsedResponse complete(List<String> lines) {
    SortedMap<Integer, String> texts = new TreeMap<>();
    Map<Integer, String> faults = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        faults.put(i + 1, "the line is missing");
      } else {
        texts.put(i + 1, lines.get(i));
      }
    }
    return new ParsedResponse(texts, faults, lines.size());
  }

  private static ParsedResponse refused(int lines, int count) {
    Map<Integer, String> faults = new HashMap<>();
    for (int number = 1; number <= count; number++) {
      faults.put(number, "the answer has " + lines + " lines where " + count + " were asked for");
    }
    return new ParsedResponse(new TreeMap<>(), faults, count);
  }

  /** Takes the lines before the one in which the answer was cut off, up to the first doubt. */
  private static ParsedResponse begun(List<String> lines, String interrupted) {
    SortedMap<Integer, String> texts = new TreeMap<>();
    for (String line : lines.subList(0, Math.max(0, lines.size() - 1))) {
      if (line.isBlank()) {
        break;
      }
      texts.put(texts.size() + 1, line);
    }
    int reached = texts.size() + 1;
    return new ParsedResponse(texts, Map.of(reached, interrupted), reached);
  }

  /** Returns the lines without blank ones before the first and after the last. */
  private static List<String> trimmed(List<String> answer) {
    int start = 0;
    int end = answer.size();
    while (start < end && answer.get(start).isBlank()) {
      start++;
    }
    while (end > start && answer.get(end - 1).isBlank()) {
      end--;
    }
    return new ArrayList<>(answer.subList(start, end).stream().map(String::strip).toList());
  }
}
