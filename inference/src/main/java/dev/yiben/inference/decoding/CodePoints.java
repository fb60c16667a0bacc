package dev.yiben.inference.decoding;

import dev.yiben.inference.gbnf.GbnfPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of characters: ranges in ascending order that do not touch, without the halves of surrogate
 * pairs, which are no characters.
 */
record CodePoints(List<GbnfPart.Range> ranges) {

  static CodePoints of(GbnfPart.CharacterClass characters) {
    List<GbnfPart.Range> joined = joined(characters.ranges());
    List<GbnfPart.Range> all = new ArrayList<>();
    for (GbnfPart.Range range : characters.negated() ? gaps(joined) : joined) {
      add(all, range.first(), Math.min(range.last(), Character.MIN_SURROGATE - 1));
      add(all, Math.max(range.first(), Character.MAX_SURROGATE + 1), range.last());
    }
    return new CodePoints(List.copyOf(all));
  }

  private static void add(List<GbnfPart.Range> all, int first, int last) {
    if (first <= last) {
      all.add(new GbnfPart.Range(first, last));
    }
  }

  private static List<GbnfPart.Range> joined(List<GbnfPart.Range> ranges) {
    List<GbnfPart.Range> joined = new ArrayList<>();
    for (GbnfPart.Range range :
        ranges.stream().sorted(Comparator.comparingInt(GbnfPart.Range::first)).toList()) {
      int end = joined.size() - 1;
      if (end >= 0 && joined.get(end).last() >= range.first() - 1) {
        GbnfPart.Range last = joined.get(end);
        joined.set(end, new GbnfPart.Range(last.first(), Math.max(last.last(), range.last())));
      } else {
        joined.add(range);
      }
    }
    return joined;
  }

  private static List<GbnfPart.Range> gaps(List<GbnfPart.Range> joined) {
    List<GbnfPart.Range> gaps = new ArrayList<>();
    int next = 0;
    for (GbnfPart.Range range : joined) {
      add(gaps, next, range.first() - 1);
      next = range.last() + 1;
    }
    add(gaps, next, Character.MAX_CODE_POINT);
    return gaps;
  }

  /** Returns the number of characters from one to another that are in this set. */
  int count(int first, int last) {
    int count = 0;
    for (int i = indexOf(first); i < ranges.size() && ranges.get(i).first() <= last; i++) {
      GbnfPart.Range range = ranges.get(i);
      count += Math.min(last, range.last()) - Math.max(first, range.first()) + 1;
    }
    return count;
  }

  /** Returns the first range that does not end before a character. */
  private int indexOf(int first) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).last() < first) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
