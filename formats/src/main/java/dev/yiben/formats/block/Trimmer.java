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
          first.kind() == Kind.OPEN && last.kind() == Kind.CLOSE && first.pair() == last.pair();
      if (!wrapped) {
        break;
      }
      from++;
      to--;
    }
    List<Item> trimmed = new ArrayList<>(items.subList(from, to));
    trimmed.set(0, withoutLeadingSpace(trimmed.get(0)));
    int end = trimmed.size() - 1;
    trimmed.set(end, withoutTrailingSpace(trimmed.get(end)));
    return trimmed;
  }

  private static Item withoutLeadingSpace(Item item) {
    int space = 0;
    while (item.isText() && Item.isSpace(item.value().charAt(space))) {
      space++;
    }
    int start = item.kind() == Kind.LITERAL ? item.start() + space : item.start();
    return new Item(item.kind(), start, item.end(), item.value().substring(space), item.pair());
  }

  private static Item withoutTrailingSpace(Item item) {
    String value = item.value();
    int length = value.length();
    while (item.isText() && Item.isSpace(value.charAt(length - 1))) {
      length--;
    }
    int end = item.end();
    if (item.kind() == Kind.LITERAL) {
      end -= value.length() - length;
    }
    return new Item(item.kind(), item.start(), end, value.substring(0, length), item.pair());
  }
}
