package dev.yiben.formats.pdf.beside;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The elements of a tagged file (ISO 32000-2, 14.7.2). */
public final class StructureTree {
  /** Some thousand pages of tables. */
  private static final int MOST_ELEMENTS = 2_000_000;

  private StructureTree() {}

  /** Returns all elements, each before those in it. */
  public static List<COSDictionary> elements(COSDictionary catalog) {
    List<COSDictionary> elements = new ArrayList<>();
    COSDictionary root = catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT);
    if (root == null) {
      return elements;
    }
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> waiting = new ArrayDeque<>();
    waiting.push(root);
    while (!waiting.isEmpty() && seen.size() < MOST_ELEMENTS) {
      COSBase next = waiting.pop();
      if (!seen.add(next)) {
        continue;
      }
      if (next instanceof COSArray array) {
        for (int i = array.size() - 1; i >= 0; i--) {
          push(array.getObject(i), waiting);
        }
      } else if (next instanceof COSDictionary element) {
        if (element.containsKey(COSName.S)) {
          elements.add(element);
        }
        push(element.getDictionaryObject(COSName.K), waiting);
      }
    }
    return elements;
  }

  private static void push(COSBase child, Deque<COSBase> waiting) {
    if (child instanceof COSDictionary || child instanceof COSArray) {
      waiting.push(child);
    }
  }
}
