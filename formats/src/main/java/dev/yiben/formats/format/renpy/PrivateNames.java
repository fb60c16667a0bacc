package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that begin with two underscores, which the engine makes those of one file. */
final class PrivateNames {
  private static final Pattern IN_STRING = Pattern.compile("(\\.|\\[+)__([\\p{L}\\p{N}_]+)");

  private final String prefix;

  /** Creates the names of a file. */
  PrivateNames(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    StringBuilder name = new StringBuilder("_m1_");
    stem.codePoints()
        .forEach(
            c -> {
              if (c == ' ') {
                name.append('_');
              } else if (c < 0x80 && ScriptCharacters.isAsciiWordPart((char) c)) {
                name.append((char) c);
              } else {
                name.append("0x").append(Integer.toHexString(c));
              }
            });
    prefix = name.append("__").toString();
  }

  /** Returns what a word stands for, which is mostly the word itself. */
  String spellOut(String word) {
    String rest = word.substring(2);
    // A word of underscores alone is the name of a function for translations.
    return rest.contains("__") || rest.chars().allMatch(c -> c == '_') ? word : prefix + rest;
  }

  /**
   * A private name in a string.
   *
   * @param start where it begins
   * @param end where it ends
   * @param name what it stands for
   */
  record Use(int start, int end, String name) {}

  /** Returns the names that a string shows, in order. */
  List<Use> uses(String string) {
    List<Use> uses = new ArrayList<>();
    Matcher matcher = IN_STRING.matcher(string);
    while (matcher.find()) {
      boolean shown = (matcher.end(1) - matcher.start(1)) % 2 != 0;
      if (shown && !matcher.group(2).contains("__")) {
        uses.add(new Use(matcher.end(1), matcher.end(), prefix + matcher.group(2)));
      }
    }
    return uses;
  }
}
