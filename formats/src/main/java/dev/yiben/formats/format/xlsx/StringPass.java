package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.xml.XmlName;
import dev.yiben.formats.xml.XmlPass;

/** Finds the strings of a part that stand in elements of one name. */
final class StringPass implements XmlPass.Visitor {
  private final String part;
  private final String element;
  private final Taker taker;
  private StringItem item;
  private int itemStart;

  /** Takes strings in the order of the part. */
  @FunctionalInterface
  interface Taker {
    /**
     * Takes a string.
     *
     * @param start offset of the element's content
     * @param end offset after it
     */
    void take(StringItem item, int start, int end);
  }

  private StringPass(String part, String element, Taker taker) {
    this.part = part;
    this.element = element;
    this.taker = taker;
  }

  /**
   * Reads a part.
   *
   * @param element local name of the elements with strings
   */
  static void read(String part, String element, Taker taker) {
    XmlPass.read(part, new StringPass(part, element, taker));
  }

  @Override
  public void start(XmlName name, StartTag tag) {
    if (item != null) {
      item.start(name, tag);
    } else if (name.local().equals(element)) {
      item = new StringItem(part, tag);
      itemStart = tag.end();
    }
  }

  @Override
  public void text(int start, int end, boolean literal) {
    if (item != null) {
      item.text(start, end, literal);
    }
  }

  @Override
  public void end(XmlName name, int start, int end) {
    if (item != null && name.local().equals(element)) {
      taker.take(item, itemStart, start);
      item = null;
    } else if (item != null) {
      item.end(name, end);
    }
  }
}
