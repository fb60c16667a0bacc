package dev.yiben.formats.block;

import dev.yiben.formats.block.Item.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs that follow each other without gaps and cover a whole run, such as a sentence each: of them
 * only the boundaries have to be codes. They stay in order and outside of other pairs.
 */
final class Tiles {
  private Tiles() {}

  /** Returns a run without the pairs that cover it; the same run where they do not. */
  static List<Item> lift(List<Item> items) {
    if (items.size() < 4 || items.get(0).kind() != Kind.OPEN) {
      return items;
    }
    List<Item> lifted = new ArrayList<>();
    int tile = Item.UNPAIRED;
    Item boundary = null;
    for (Item item : items) {
      if (tile != Item.UNPAIRED) {
        if (item.kind() != Kind.CLOSE || item.pair() != tile) {
          lifted.add(item);
        } else if (item.isRewritten()) {
          return items;
        } else {
          tile = Item.UNPAIRED;
          boundary = item;
        }
      } else if (item.kind() == Kind.OPEN && !item.isLoose()) {
        tile = item.pair();
        if (boundary != null) {
          lifted.add(new Item(Kind.OPEN, boundary.start(), item.end(), "", Item.UNPAIRED));
        }
      } else if (item.kind() != Kind.MARK || item.isRewritten()) {
        return items;
      }
    }
    return tile == Item.UNPAIRED ? lifted : items;
  }
}
