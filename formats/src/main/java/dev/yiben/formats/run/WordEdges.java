package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Text;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves anchors out of words: starts to before them, ends to after them.
 *
 * <p>Where words are not parted by spaces, nobody can tell, and anchors stay.
 */
final class WordEdges {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN,
          UnicodeScript.JAVANESE);

  private final StringBuilder text = new StringBuilder();
  private final List<Text> texts = new ArrayList<>();
  private final List<Placed> anchors = new ArrayList<>();

  /** An anchor, and how many characters stand before it. */
  private record Placed(Code code, int place) {}

  private WordEdges() {}

  static List<Item> moveAnchors(List<Item> items) {
    List<Item> moved = new ArrayList<>();
    WordEdges stretch = new WordEdges();
    for (Item item : items) {
      if (item instanceof Text text) {
        stretch.texts.add(text);
        stretch.text.append(text.value());
      } else if (item instanceof Code code && code.kind().isAnchor()) {
        stretch.anchors.add(new Placed(code, stretch.text.length()));
      } else {
        stretch.addTo(moved);
        stretch = new WordEdges();
        moved.add(item);
      }
    }
    stretch.addTo(moved);
    return moved;
  }

  private void addTo(List<Item> moved) {
    List<Placed> placed = placed();
    int anchor = 0;
    int start = 0;
    for (Text run : texts) {
      int end = start + run.value().length();
      int from = start;
      while (anchor < placed.size() && placed.get(anchor).place() < end) {
        int place = placed.get(anchor).place();
        add(run, from - start, place - start, moved);
        moved.add(placed.get(anchor).code());
        from = place;
        anchor++;
      }
      add(run, from - start, end - start, moved);
      start = end;
    }
    placed.subList(anchor, placed.size()).forEach(last -> moved.add(last.code()));
  }

  private static void add(Text run, int from, int to, List<Item> moved) {
    if (from < to) {
      moved.add(new Text(run.value().substring(from, to), run.style()));
    }
  }

  private List<Placed> placed() {
    if (anchors.isEmpty() || texts.isEmpty()) {
      return anchors;
    }
    int[] starts = new int[text.length() + 1];
    int[] ends = new int[text.length() + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = isInWord(i) ? starts[i - 1] : i;
    }
    for (int i = ends.length - 1; i >= 0; i--) {
      ends[i] = isInWord(i) ? ends[i + 1] : i;
    }
    Set<String> points = new HashSet<>();
    int before = -1;
    List<Placed> placed = new ArrayList<>();
    for (Placed anchor : anchors) {
      if (anchor.place() != before) {
        points.clear();
        before = anchor.place();
      }
      boolean start = anchor.code().kind() == CodeKind.START_ANCHOR;
      if (start) {
        points.add(anchor.code().key());
      }
      boolean back = start || points.contains(anchor.code().key());
      placed.add(new Placed(anchor.code(), (back ? starts : ends)[anchor.place()]));
    }
    placed.sort(Comparator.comparingInt(Placed::place));
    return placed;
  }

  private boolean isInWord(int place) {
    return place > 0
        && place < text.length()
        && (Character.isLowSurrogate(text.charAt(place))
            || (isOfWord(text.codePointBefore(place), place)
                && isOfWord(text.codePointAt(place), place)
                && (isLetter(text.codePointBefore(place)) || isLetter(text.codePointAt(place)))));
  }

  private boolean isOfWord(int character, int place) {
    if (!isApostrophe(character)) {
      return isLetter(character);
    }
    int apostrophe = text.codePointAt(place) == character ? place : place - 1;
    return apostrophe > 0
        && apostrophe + 1 < text.length()
        && isLetter(text.codePointBefore(apostrophe))
        && isLetter(text.codePointAt(apostrophe + 1));
  }

  private static boolean isApostrophe(int character) {
    return character == '\'' || character == '’';
  }

  private static boolean isLetter(int character) {
    int type = Character.getType(character);
    return (Character.isLetterOrDigit(character)
            || type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK)
        && !WITHOUT_SPACES.contains(UnicodeScript.of(character));
  }
}
