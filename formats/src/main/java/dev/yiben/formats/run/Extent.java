package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of a paragraph that are a segment: from its first word to its last, and what is half in
 * them.
 *
 * @param first number of the first item
 * @param last number of the last item
 */
record Extent(int first, int last) {

  /** Returns the extent of a paragraph's words; nothing if there are none. */
  static Optional<Extent> of(List<Item> items) {
    int first = -1;
    int last = -1;
    boolean text = false;
    for (int i = 0; i < items.size(); i++) {
      boolean visible = items.get(i) instanceof Text t && !t.isBlank();
      text |= visible;
      if (visible || (items.get(i) instanceof Code code && code.kind() == CodeKind.WORD)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return text ? Optional.of(new Extent(first, last).withWholePairs(items)) : Optional.empty();
  }

  private Extent withWholePairs(List<Item> items) {
    Map<Integer, Integer> opens = new HashMap<>();
    int newFirst = first;
    int newLast = last;
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Open open) {
        opens.put(open.pair(), i);
      } else if (items.get(i) instanceof Close close) {
        int open = opens.get(close.pair());
        boolean opensIn = open >= first && open <= last;
        boolean closesIn = i >= first && i <= last;
        newFirst = closesIn && !opensIn ? Math.min(newFirst, open) : newFirst;
        newLast = opensIn && !closesIn ? Math.max(newLast, i) : newLast;
      }
    }
    Extent wider = new Extent(newFirst, newLast);
    return wider.equals(this) ? this : wider.withWholePairs(items);
  }
}
