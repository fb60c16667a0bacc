package dev.yiben.formats.pdf.typeset;

import java.util.List;

/**
 * How a passage is set.
 *
 * @param placed all text and drawings
 * @param scale of the size of the source
 * @param overflows whether it does not fit, and is set at the smallest scale beyond its frames
 */
public record Setting(List<Placed> placed, double scale, boolean overflows) {
  public Setting {
    placed = List.copyOf(placed);
  }
}
