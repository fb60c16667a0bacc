package dev.yiben.pipeline.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbered lines that were found in an answer. What is doubtful about a line (it came twice, it
 * went on after a line end, it was cut off) is a fault of that line alone.
 */
final class FoundLines {
  private final int count;
  private final Map<Integer, List<String>> found = new HashMap<>();
  private final Map<Integer, String> faults = new HashMap<>();
  private int last;
  private int reached;

  /** Creates a collection for an answer to lines 1 to {@code count}. */
  FoundLines(int count) {
    this.count = count;
  }

  /** Adds a line. */
  void add(int number, String text) {
    begin(number);
    found.computeIfAbsent(number, any -> new ArrayList<>()).add(text.strip());
  }

  /** Notes that the answer came to a line, of which more may follow. */
  void begin(int number) {
    last = number;
    reached = number <= count ? Math.max(reached, number) : reached;
  }

  /** Notes what is wrong with the line that came last; before the first line it is no fault. */
  void fault(String message) {
    if (last > 0) {
      faults.put(last, message);
    }
  }

  /**
   * Returns what was found.
   *
   * @param interrupted why the answer was cut off in the line that came last; empty if it was not
   */
  ParsedResponse result(String interrupted) {
    boolean complete = interrupted.isEmpty();
    if (!complete && last <= count) {
      // An answer that was cut off before its first line failed at that line.
      faults.put(Math.max(last, 1), interrupted);
      reached = Math.max(reached, 1);
    }
    SortedMap<Integer, String> texts = new TreeMap<>();
    for (int number = 1; number <= count; number++) {
      List<String> candidates = found.getOrDefault(number, List.of());
      if (candidates.isEmpty()) {
        if (complete || number <= reached) {
          faults.putIfAbsent(number, "the line is missing");
        }
      } else if (candidates.stream().distinct().count() > 1) {
        faults.putIfAbsent(number, "the line came " + candidates.size() + " times");
      } else if (!faults.containsKey(number)) {
        texts.put(number, candidates.get(0));
      }
    }
    faults.keySet().removeIf(number -> number > count);
    return new ParsedResponse(texts, faults, complete ? count : reached);
  }
}
