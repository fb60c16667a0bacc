package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the spaces off the edges of runs, so that a code need not begin or end with a space because
 * somebody's mouse did.
 */
final class SpaceSplitter {
  private SpaceSplitter() {}

  static List<Item> split(List<Item> items) {
    List<Item> split = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Text text) {
        split(text, split);
      } else {
        split.add(item);
      }
    }
    return split;
  }

  private static void split(Text text, List<Item> split) {
    String value = text.value();
    int start = 0;
    while (start < value.length() && Item.isSpace(value.charAt(start))) {
      start++;
    }
    int end = value.length();
    while (end > start && Item.isSpace(value.charAt(end - 1))) {
      end--;
    }
    add(value.substring(0, start), text.style(), split);
    add(value.substring(start, end), text.style(), split);
    add(value.substring(end), text.style(), split);
  }

  private static void add(String value, RunStyle style, List<Item> split) {
    if (!value.isEmpty()) {
      split.add(new Text(value, style));
    }
  }
}
