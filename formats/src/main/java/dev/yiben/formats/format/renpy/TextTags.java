package dev.yiben.formats.format.renpy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The text tags that a game knows.
 *
 * @param closing whether a tag must be closed, by its name
 */
record TextTags(Map<String, Boolean> closing) {
  private static final Set<String> PAIRED =
      Set.of(
          "",
          "a",
          "alpha",
          "alt",
          "art",
          "axis",
          "b",
          "color",
          "cps",
          "feature",
          "font",
          "i",
          "instance",
          "k",
          "noalt",
          "outlinecolor",
          "plain",
          "rb",
          "rt",
          "s",
          "shader",
          "size",
          "u");

  private static final Set<String> SINGLE =
      Set.of("clear", "done", "fast", "image", "nw", "p", "space", "vspace", "w");

  /** The tags of the engine itself, those of all its versions. */
  static final TextTags ENGINE = new TextTags(Map.of()).with(PAIRED, SINGLE);

  TextTags {
    closing = Map.copyOf(closing);
  }

  /** Returns these tags and some of the game's own. */
  TextTags with(Set<String> paired, Set<String> single) {
    Map<String, Boolean> all = new HashMap<>(closing);
    paired.forEach(name -> all.put(name, true));
    single.forEach(name -> all.put(name, false));
    return new TextTags(all);
  }

  boolean knows(String name) {
    return closing.containsKey(name);
  }

  boolean mustClose(String name) {
    return closing.getOrDefault(name, false);
  }

  /**
   * Returns the name of a tag from what stands in its braces, without the slash of a closing one.
   */
  static String name(String inside) {
    int start = inside.startsWith("/") ? 1 : 0;
    int end = start;
    while (end < inside.length() && inside.charAt(end) != '=' && inside.charAt(end) != ':') {
      end++;
    }
    return inside.substring(start, end);
  }
}
