package dev.yiben.glossary.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts of texts, how often and in how many places they occur. */
final class Tally {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Set<String>> places = new HashMap<>();

  void add(String text, String place) {
    counts.merge(text, 1, Integer::sum);
    places.computeIfAbsent(text, key -> new HashSet<>()).add(place);
  }

  /** Counts what was counted for one text for another instead. */
  void move(String from, String to) {
    Integer count = from.equals(to) ? null : counts.remove(from);
    if (count != null) {
      counts.merge(to, count, Integer::sum);
      places.computeIfAbsent(to, key -> new HashSet<>()).addAll(places.remove(from));
    }
  }

  /** Takes over what another one has counted of a text. */
  void take(String text, Tally other) {
    counts.put(text, other.count(text));
    places.put(text, other.places.get(text));
  }

  int count(String text) {
    return counts.getOrDefault(text, 0);
  }

  int places(String text) {
    return places.getOrDefault(text, Set.of()).size();
  }

  /** Returns the texts in the order in which they came first. */
  Set<String> texts() {
    return counts.keySet();
  }
}
