package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import java.util.List;

/**
 * Something that has been recognised as a whole, such as a table: it is read in one go, and its
 * lines take no part in the search for columns.
 *
 * @param box around it, lines that are drawn included, in upright space
 * @param blocks its text in the order of reading, such as a block for each cell
 */
record Claim(Box box, List<Block> blocks) {
  Claim {
    blocks = List.copyOf(blocks);
  }
}
