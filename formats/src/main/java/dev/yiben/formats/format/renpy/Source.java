package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What something that is said in a translation is the translation of.
 *
 * @param said the source, if it is known
 * @param added whether the sources of its block are known and this is none of theirs
 */
record Source(Optional<Statement.Said> said, boolean added) {

  /**
   * Returns the source of each translation: in order where there are as many, else the next one of
   * the same speaker.
   */
  static List<Source> align(List<Statement.Said> targets, List<Statement.Said> origin) {
    List<Source> sources = new ArrayList<>(targets.size());
    int next = 0;
    for (int i = 0; i < targets.size(); i++) {
      Optional<Statement.Said> found = Optional.empty();
      if (origin.size() == targets.size()) {
        found = Optional.of(origin.get(i));
      } else {
        for (int j = next; j < origin.size() && found.isEmpty(); j++) {
          if (speaker(origin.get(j)).equals(speaker(targets.get(i)))) {
            found = Optional.of(origin.get(j));
            next = j + 1;
          }
        }
      }
      sources.add(new Source(found, found.isEmpty() && !origin.isEmpty()));
    }
    return sources;
  }

  private static String speaker(Statement.Said said) {
    return said.say().who().map(Span::text).orElse("");
  }
}
