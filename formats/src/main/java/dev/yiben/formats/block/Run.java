package dev.yiben.formats.block;

import dev.yiben.formats.block.Item.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The inline content between two block boundaries, while it is collected in order. */
public final class Run {
  private final List<Item> items = new ArrayList<>();

  /** Where the items are that opened a pair. */
  private final Map<Integer, Integer> opened = new HashMap<>();

  private boolean visible;

  void add(Item item) {
    visible |= item.isText() && !item.isBlank();
    items.add(item);
  }

  /**
   * Adds text.
   *
   * @param value what it says; as it stands in the markup, or written in another way
   */
  public void text(String markup, int start, int end, String value) {
    boolean literal =
        markup.regionMatches(start, value, 0, value.length()) && end - start == value.length();
    if (!value.isEmpty()) {
      add(new Item(literal ? Kind.LITERAL : Kind.ENCODED, start, end, value, Item.UNPAIRED));
    }
  }

  /** Adds a code that stands alone and shows {@code shown}. */
  public void code(int start, int end, String shown) {
    add(new Item(Kind.ATOM, start, end, shown, Item.UNPAIRED));
  }

  /** Adds a code that nobody sees. */
  public void mark(int start, int end) {
    add(new Item(Kind.MARK, start, end, "", Item.UNPAIRED));
  }

  /** Adds a line break that the markup asks for. */
  public void lineBreak(int start, int end) {
    add(new Item(Kind.BREAK, start, end, "\n", Item.UNPAIRED));
  }

  /**
   * Adds the first half of a pair.
   *
   * @param pair what its other half has too, and nothing else
   */
  public void open(int start, int end, int pair) {
    opened.put(pair, items.size());
    add(new Item(Kind.OPEN, start, end, "", pair));
  }

  /** Adds the other half of a pair; a pair with no text in it becomes one code. */
  public void close(int start, int end, int pair) {
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

  /** Returns the content as a segment's text; only where there {@linkplain #isVisible is} some. */
  public CodedRun coded(String markup) {
    return CodedRun.of(markup, items());
  }

  /** Returns whether there is text in it, so that it makes a segment. */
  public boolean isVisible() {
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
