package dev.yiben.formats.block;

import dev.yiben.formats.block.Item.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes from a run what can stay around a segment: white space, marks, tags around the whole. */
final class Trimmer {
  private Trimmer() {}

  /**
   * Returns what is left of a run.
   *
   * @param items with some visible text
   */
  static List<Item> trim(List<Item> items) {
    List<Item> left = withoutWrappers(items);
    List<Item> untiled = Tiles.lift(left);
    if (untiled.size() < left.size()) {
      left = withoutWrappers(untiled);
    }
    List<Item> trimmed = new ArrayList<>(left);
    trimmed.set(0, withoutLeadingSpace(trimmed.get(0)));
    int end = trimmed.size() - 1;
    trimmed.set(end, withoutTrailingSpace(trimmed.get(end)));
    return trimmed;
  }

  private static List<Item> withoutWrappers(List<Item> items) {
    int from = 0;
    int to = items.size();
    while (true) {
      while (items.get(from).isEdge()) {
        from++;
      }
      while (items.get(to - 1).isEdge()) {
        to--;
      }
      Item first = items.get(from);
      Item last = items.get(to - 1);
      boolean wrapped =
          first.kind() == Kind.OPEN
              && last.kind() == Kind.CLOSE
              && first.pair() == last.pair()
              && !first.isRewritten()
              && !last.isRewritten();
      if (!wrapped) {
        return items.subList(from, to);
      }
      from++;
      to--;
    }
  }

  private static Item withoutLeadingSpace(Item item) {
    int space = 0;
    while (item.isText() && Item.isSpace(item.value().charAt(space))) {
      space++;
    }
    return item.cut(space, 0);
  }

  private static Item withoutTrailingSpace(Item item) {
    int length = item.value().length();
    int space = 0;
    while (item.isText() && Item.isSpace(item.value().charAt(length - 1 - space))) {
      space++;
    }
    return item.cut(0, space);
  }
}
