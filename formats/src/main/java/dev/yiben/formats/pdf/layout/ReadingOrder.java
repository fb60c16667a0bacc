package dev.yiben.formats.pdf.layout;

import java.util.ArrayList;
import java.util.List;

/** Finds the columns of a region and the order in which they are read. */
final class ReadingOrder {
  private ReadingOrder() {}

  /** Returns all lines and claims of a region in the order of reading. */
  static List<Block> blocks(Region region) {
    List<Block> blocks = new ArrayList<>();
    if (!region.lines().isEmpty()) {
      blocks.add(Block.text(region.lines()));
    }
    region.claims().forEach(claim -> blocks.addAll(claim.blocks()));
    return blocks;
  }
}
