package dev.yiben.formats.pdf.typeset;

import dev.yiben.formats.pdf.font.FontFace;

/** Something that has got its place, in the upright space of its frame's direction. */
public sealed interface Placed {

  /** Returns the number of the frame. */
  int frame();

  /** Returns the number of the link that it belongs to; -1 for none. */
  int anchor();

  /** Returns where it begins. */
  double x();

  /** Returns where it ends. */
  double right();

  /** Returns the baseline that it stands on. */
  double y();

  /**
   * Text in one font.
   *
   * @param text in the order in which its glyphs are drawn, from left to right
   * @param face its font
   * @param size height of an em, in points
   * @param stretch width of an em by its height
   * @param turned whether its glyphs stand across the direction of running
   */
  record Text(
      int frame,
      int anchor,
      double x,
      double right,
      double y,
      String text,
      FontFace face,
      double size,
      double stretch,
      boolean turned,
      Look look)
      implements Placed {}

  /**
   * A drawing.
   *
   * @param scale by which it is drawn
   * @param item what is drawn
   */
  record Inset(
      int frame, int anchor, double x, double right, double y, double scale, Item.Inset item)
      implements Placed {}
}
