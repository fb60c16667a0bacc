package dev.yiben.formats.pdf.page;

/** A rectangle in points; x grows to the right, y upwards. */
public record Box(double left, double bottom, double right, double top) {

  /** Returns the width, not negative for boxes that are not empty. */
  public double width() {
    return right - left;
  }

  /** Returns the height, not negative for boxes that are not empty. */
  public double height() {
    return top - bottom;
  }

  /** Returns the area; 0 if the box is empty. */
  public double area() {
    return Math.max(0, width()) * Math.max(0, height());
  }

  /** Returns the middle from left to right. */
  public double centerX() {
    return (left + right) / 2;
  }

  /** Returns the middle from bottom to top. */
  public double centerY() {
    return (bottom + top) / 2;
  }

  /** Returns the smallest box around this and another. */
  public Box union(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(bottom, other.bottom),
        Math.max(right, other.right),
        Math.max(top, other.top));
  }

  /** Returns what this and another have in common; empty, with a negative side, if nothing. */
  public Box intersection(Box other) {
    return new Box(
        Math.max(left, other.left),
        Math.max(bottom, other.bottom),
        Math.min(right, other.right),
        Math.min(top, other.top));
  }

  /** Returns whether this and another have an area in common. */
  public boolean intersects(Box other) {
    return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
  }

  /** Returns whether another box lies within this one, but for so many points. */
  public boolean contains(Box other, double tolerance) {
    return other.left >= left - tolerance
        && other.right <= right + tolerance
        && other.bottom >= bottom - tolerance
        && other.top <= top + tolerance;
  }

  /** Returns whether a point lies within this box or on its edge. */
  public boolean contains(double x, double y) {
    return x >= left && x <= right && y >= bottom && y <= top;
  }

  /** Returns this box with each side moved outwards by so many points. */
  public Box grown(double points) {
    return new Box(left - points, bottom - points, right + points, top + points);
  }
}
