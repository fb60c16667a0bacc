package dev.yiben.formats.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is odd in the lines of a file, so that each kind is told once. */
public final class Oddities {
  private final Map<String, Places> places = new LinkedHashMap<>();

  /** Adds something odd about a line, which is counted from 1. */
  public void add(String what, int line) {
    places.merge(
        what, new Places(line, 1), (old, more) -> new Places(old.first(), old.count() + 1));
  }

  /** Adds something odd about the file as a whole. */
  public void add(String what) {
    places.put(what, new Places(0, 1));
  }

  /** Returns a line for each kind, with its first place, in the order they came. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    places.forEach((what, place) -> notices.add(place.prefix() + what + place.suffix()));
    return List.copyOf(notices);
  }

  /** The first line of a kind, or none if zero, and how many there are. */
  private record Places(int first, int count) {
    String prefix() {
      return first == 0 ? "" : "line " + first + ": ";
    }

    String suffix() {
      return count == 1 ? "" : "; %d such lines".formatted(count);
    }
  }
}
