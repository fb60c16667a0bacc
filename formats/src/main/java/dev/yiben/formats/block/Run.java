package dev.yiben.formats.block;

import dev.yiben.formats.block.Item.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The inline content between two block boundaries, while it is collected. */
final class Run {
  private final List<Item> items = new ArrayList<>();

  /** Where the items are that opened a pair. */
  private final Map<Integer, Integer> opened = new HashMap<>();

  private boolean visible;

  void add(Item item) {
    visible |= item.isText() && !item.isBlank();
    items.add(item);
  }

  void open(int start, int end, int pair) {
    opened.put(pair, items.size());
    add(new Item(Kind.OPEN, start, end, "", pair));
  }

  /** Adds an end tag; a pair with no text in it becomes one code. */
  void close(int start, int end, int pair) {
    close(start, end, pair, "");
  }

  /**
   * Adds an end tag.
   *
   * @param written what a translated segment has in its place; empty for the tag itself
   */
  void close(int start, int end, int pair, String written) {
    Integer from = opened.remove(pair);
    if (from == null) {
      add(new Item(Kind.CLOSE, start, end, "", Item.UNPAIRED));
      return;
    }
    List<Item> content = items.subList(from + 1, items.size());
    if (content.stream().allMatch(Run::isWordless)) {
      StringBuilder shown = new StringBuilder();
      content.forEach(item -> shown.append(item.isBlank() ? " " : item.value()));
      Kind kind = kindOf(content);
      int first = items.get(from).start();
      items.subList(from, items.size()).clear();
      add(new Item(kind, first, end, shown.toString(), Item.UNPAIRED));
    } else {
      add(new Item(Kind.CLOSE, start, end, "", pair, written));
    }
  }

  private static boolean isWordless(Item item) {
    return switch (item.kind()) {
      case ATOM, MARK, BREAK -> !item.isRewritten();
      case LITERAL, ENCODED -> item.isBlank();
      case OPEN, CLOSE, GONE -> false;
    };
  }

  private static Kind kindOf(List<Item> wordless) {
    if (wordless.stream().anyMatch(item -> item.isText() || item.kind() == Kind.ATOM)) {
      return Kind.ATOM;
    }
    boolean anyBreak = wordless.stream().anyMatch(item -> item.kind() == Kind.BREAK);
    return anyBreak ? Kind.BREAK : Kind.MARK;
  }

  /** Returns whether there is text in it, so that it makes a segment. */
  boolean isVisible() {
    return visible;
  }

  /** Returns whether the last thing in it, but for white space, is a line break. */
  boolean endsWithBreak() {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (!items.get(i).isBlank()) {
        return items.get(i).kind() == Kind.BREAK;
      }
    }
    return false;
  }

  /** Returns the items; tags whose other half is not among them are unpaired. */
  List<Item> items() {
    List<Item> paired = new ArrayList<>(items);
    opened
        .values()
        .forEach(
            i -> {
              Item item = paired.get(i);
              paired.set(i, new Item(item.kind(), item.start(), item.end(), "", Item.UNPAIRED));
            });
    return paired;
  }
}
