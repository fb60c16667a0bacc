package dev.yiben.cli;

import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.pair.PairRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The ids of everything that can be found in translations. */
final class CheckIds {
  // Those of Ren'Py, which its format knows.
  private static final Pattern OF_GAMES = Pattern.compile("RPY-\\d{3}");

  private CheckIds() {}

  /** Returns whether there is a check of that id. */
  static boolean isKnown(String id) {
    return all().contains(id) || OF_GAMES.matcher(id).matches();
  }

  /** Throws a usage exception if one of the ids that {@code --checks} names is unknown. */
  static void requireKnown(Set<String> ids) {
    for (String id : ids) {
      if (!isKnown(id)) {
        throw new UsageException(
            "--checks " + id + ": no such check; known: " + String.join(", ", all()));
      }
    }
  }

  /** Returns the ids of the checks of all formats, in order. */
  static Set<String> all() {
    Set<String> ids = new TreeSet<>(QaChecks.ids());
    ids.addAll(PairRule.ids());
    return ids;
  }
}
