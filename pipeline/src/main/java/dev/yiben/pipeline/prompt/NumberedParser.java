package dev.yiben.pipeline.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@link LineForm#NUMBERED} lines. What is doubtful about a line (it came twice, it went on
 * after a line end, it was cut off) is a fault of that line alone.
 */
final class NumberedParser {
  private static final Pattern LINE = Pattern.compile("\\s*([0-9]{1,6})\\s?\\|(.*)");

  private NumberedParser() {}

  static ParsedResponse parse(List<String> lines, int count, String interrupted) {
    Map<Integer, List<String>> found = new HashMap<>();
    Map<Integer, String> faults = new HashMap<>();
    int last = 0;
    int reached = 0;
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        last = Integer.parseInt(matcher.group(1));
        reached = last <= count ? Math.max(reached, last) : reached;
        found.computeIfAbsent(last, number -> new ArrayList<>()).add(matcher.group(2).strip());
      } else if (!line.isBlank() && last > 0) {
        faults.put(last, "a line break stands in the translation");
      }
    }
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
