package dev.yiben.formats.pdf.beside;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The items of an outline (ISO 32000-2, 12.3.3). */
public final class Outline {
  /** More than any table of contents has. */
  private static final int MOST_ITEMS = 100_000;

  private Outline() {}

  /** Returns all items, each before those below it. */
  public static List<COSDictionary> items(COSDictionary catalog) {
    List<COSDictionary> items = new ArrayList<>();
    COSDictionary outlines = catalog.getCOSDictionary(COSName.OUTLINES);
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> waiting = new ArrayDeque<>();
    push(outlines, COSName.FIRST, waiting);
    while (!waiting.isEmpty() && items.size() < MOST_ITEMS) {
      COSDictionary item = waiting.pop();
      if (seen.add(item)) {
        items.add(item);
        push(item, COSName.NEXT, waiting);
        push(item, COSName.FIRST, waiting);
      }
    }
    return items;
  }

  /** Returns the items directly below another, or those of the highest level. */
  public static List<COSDictionary> below(COSDictionary parent) {
    List<COSDictionary> items = new ArrayList<>();
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    COSDictionary item = parent.getCOSDictionary(COSName.FIRST);
    while (item != null && seen.add(item) && items.size() < MOST_ITEMS) {
      items.add(item);
      item = item.getCOSDictionary(COSName.NEXT);
    }
    return items;
  }

  private static void push(COSDictionary from, COSName key, Deque<COSDictionary> waiting) {
    COSDictionary item = from == null ? null : from.getCOSDictionary(key);
    if (item != null) {
      waiting.push(item);
    }
  }
}
