package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.SegmentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts that formulas, lists of allowed values and filters compare cells with. Cells that say the
 * same stay, or the workbook would compute something else.
 */
final class Literals {
  private static final int MOST = 20_000;
  private static final int MOST_NOTICES = 20;

  /** As long as a text in a formula may be. */
  private static final int LONGEST = 255;

  /** How a criterion may begin, as in {@code COUNTIF(A:A,"<>Yes")}. */
  private static final Pattern OPERATOR = Pattern.compile("^(?:<>|<=|>=|=|<|>)");

  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, List<SegmentId>> cells = new HashMap<>();
  private final Set<String> met = new HashSet<>();

  /** Takes the texts in a formula. */
  void formula(String formula, String place) {
    int start = formula.indexOf('"');
    while (start >= 0) {
      int end = formula.indexOf('"', start + 1);
      if (end < 0) {
        return;
      }
      add(formula.substring(start + 1, end), place);
      start = formula.indexOf('"', end + 1);
    }
  }

  /** Takes a formula that says which values a cell may have, maybe as a list of texts. */
  void allowed(String formula, String place) {
    String list = formula.strip();
    if (list.length() > 1 && list.startsWith("\"") && list.endsWith("\"")) {
      for (String value : list.substring(1, list.length() - 1).split(",", -1)) {
        add(value, place);
      }
    }
    formula(formula, place);
  }

  /** Takes a text that cells are compared with. */
  void add(String text, String place) {
    String key = key(OPERATOR.matcher(text).replaceFirst(""));
    if (places.size() < MOST && key.codePoints().anyMatch(Character::isLetter)) {
      places.putIfAbsent(key, place);
    }
  }

  /** Returns whether the text of a cell is one that cells are compared with, as far as is known. */
  boolean isCompared(String text) {
    String key = key(text);
    boolean compared = places.containsKey(key);
    if (compared) {
      met.add(key);
    }
    return compared;
  }

  /** Takes the text of a cell of its own, which texts that come later may be compared with. */
  void cell(String text, SegmentId segment) {
    if (text.length() <= LONGEST && cells.size() < MOST) {
      cells.computeIfAbsent(key(text), key -> new ArrayList<>()).add(segment);
    }
  }

  /** Returns the cells of their own whose texts are compared, as was not known before. */
  List<SegmentId> comparedLater() {
    return cells.entrySet().stream()
        .filter(cell -> places.containsKey(cell.getKey()))
        .flatMap(cell -> cell.getValue().stream())
        .toList();
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Returns what a user should know, one line each. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    for (Map.Entry<String, String> place : places.entrySet()) {
      if (met.contains(place.getKey()) && notices.size() < MOST_NOTICES) {
        notices.add(
            "%s compares cells with \"%s\"; cells that say so are left as they are"
                .formatted(place.getValue(), place.getKey()));
      }
    }
    if (met.size() > MOST_NOTICES) {
      notices.add("… and %d more such texts".formatted(met.size() - MOST_NOTICES));
    }
    return notices;
  }
}
