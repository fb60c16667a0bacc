package dev.yiben.glossary.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a format cannot carry, and names the first of each kind. */
final class Losses {
  private static final int NAMED = 3;

  private final Map<String, List<String>> named = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /**
   * Notes a loss.
   *
   * @param what is lost, such as {@code regular expressions are left out}
   */
  void add(String what, String entry) {
    counts.merge(what, 1, Integer::sum);
    List<String> entries = named.computeIfAbsent(what, key -> new java.util.ArrayList<>());
    if (entries.size() < NAMED) {
      entries.add(entry);
    }
  }

  /** Returns a line for each kind of loss. */
  List<String> lines() {
    return counts.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList();
  }

  private String line(String what, int count) {
    List<String> entries = named.get(what);
    String more = count > entries.size() ? " and " + (count - entries.size()) + " more" : "";
    return what + ": " + String.join(", ", entries) + more;
  }
}
