package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Box;
import java.util.List;

/**
 * A table, or a frame, which has one cell.
 *
 * @param box around all cells
 * @param cells by rows from the top, each row from the left; they do not overlap
 */
record Table(Box box, List<Box> cells) {
  Table {
    cells = List.copyOf(cells);
  }
}
