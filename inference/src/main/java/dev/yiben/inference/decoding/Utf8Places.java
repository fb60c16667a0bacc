package dev.yiben.inference.decoding;

import dev.yiben.inference.InferenceException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places between the bytes of a character: which byte may come there and where it leads.
 *
 * <p>Sets of characters share their places wherever the same bytes may follow.
 */
final class Utf8Places {
  /** A byte may not come. */
  static final int NOWHERE = -1;

  /** The character is complete. */
  static final int DONE = -2;

  private static final int MAX_PLACES = 1 << 17;
  private static final int[] SMALLEST = {0, 0x80, 0x800, 0x10000};

  private final Map<CodePoints, Integer> first = new HashMap<>();
  private final Map<IntBuffer, Integer> numbers = new HashMap<>();
  private final List<int[]> places = new ArrayList<>();

  /** Returns the place before the first byte of a character of the set. */
  int of(CodePoints set) {
    Integer known = first.get(set);
    if (known == null) {
      known = firstPlace(set);
      first.put(set, known);
    }
    return known;
  }

  /** Returns where a byte leads: to a place, {@link #DONE} or {@link #NOWHERE}. */
  int after(int place, int value) {
    int[] runs = places.get(place);
    int at = runs.length - 2;
    while (runs[at] > value) {
      at -= 2;
    }
    return runs[at + 1];
  }

  /**
   * Returns the bytes of a place in runs that lead to the same: the first byte of each run and
   * where it leads, in turns.
   */
  int[] runs(int place) {
    return places.get(place);
  }

  private int firstPlace(CodePoints set) {
    Runs runs = new Runs();
    for (int lead = 0; lead < 256; lead++) {
      if (lead < 0x80) {
        runs.add(lead, set.count(lead, lead) == 1 ? DONE : NOWHERE);
      } else if (lead >= 0xC2 && lead <= 0xF4) {
        int following = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        int bits = lead & (0x3F >> following);
        runs.add(lead, place(set, bits << (6 * following), following, SMALLEST[following]));
      } else {
        runs.add(lead, NOWHERE);
      }
    }
    return number(runs);
  }

  /** Returns the place where {@code following} bytes are to come. */
  private int place(CodePoints set, int low, int following, int smallest) {
    int high = low + (1 << (6 * following)) - 1;
    int first = Math.max(low, smallest);
    int count = high < first ? 0 : set.count(first, high);
    if (count == 0) {
      return NOWHERE;
    }
    return count == high - low + 1 ? anything(following) : split(set, low, following, smallest);
  }

  private int split(CodePoints set, int low, int following, int smallest) {
    Runs runs = new Runs();
    runs.add(0, NOWHERE);
    for (int next = 0; next < 64; next++) {
      int from = low + (next << (6 * (following - 1)));
      runs.add(0x80 + next, place(set, from, following - 1, smallest));
    }
    runs.add(0xC0, NOWHERE);
    return number(runs);
  }

  /** Returns the place where any bytes may come that go on with a character. */
  private int anything(int following) {
    if (following == 0) {
      return DONE;
    }
    Runs runs = new Runs();
    runs.add(0, NOWHERE);
    runs.add(0x80, anything(following - 1));
    runs.add(0xC0, NOWHERE);
    return number(runs);
  }

  private int number(Runs runs) {
    int[] array = runs.toArray();
    IntBuffer key = IntBuffer.wrap(array);
    Integer known = numbers.get(key);
    if (known == null) {
      if (places.size() >= MAX_PLACES) {
        throw new InferenceException(
            InferenceException.Category.USER, "The grammar has too many sets of characters");
      }
      known = places.size();
      places.add(array);
      numbers.put(key, known);
    }
    return known;
  }

  /** Runs of bytes in the making. */
  private static final class Runs {
    private final List<Integer> list = new ArrayList<>();
    private int last = Integer.MIN_VALUE;

    void add(int value, int target) {
      if (target != last) {
        list.add(value);
        list.add(target);
        last = target;
      }
    }

    int[] toArray() {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
