package dev.yiben.inference.models;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one may have meant. */
final class NearNames {
  private static final int MOST = 3;
  private static final int LONGEST = 300;

  private NearNames() {}

  /** Returns at most three names, the nearest first. */
  static List<String> of(String typed, List<String> names) {
    String wanted = plain(typed);
    return names.stream()
        .filter(name -> name.length() <= LONGEST && wanted.length() <= LONGEST)
        .filter(name -> distance(wanted, plain(name)) <= Math.max(2, wanted.length() / 3))
        .sorted(Comparator.comparingInt((String name) -> distance(wanted, plain(name))))
        .limit(MOST)
        .toList();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Returns how many characters must be put in, left out or changed (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
