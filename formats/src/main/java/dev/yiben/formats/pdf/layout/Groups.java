package dev.yiben.formats.pdf.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts numbered things into groups, two at a time. */
final class Groups {
  private final int[] parent;

  Groups(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  void join(int one, int other) {
    int first = root(one);
    int second = root(other);
    parent[Math.max(first, second)] = Math.min(first, second);
  }

  boolean joined(int one, int other) {
    return root(one) == root(other);
  }

  private int root(int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Returns things by their groups, in the order of the first of each. */
  <T> List<List<T>> of(List<T> things) {
    Map<Integer, List<T>> groups = new TreeMap<>();
    for (int i = 0; i < things.size(); i++) {
      groups.computeIfAbsent(root(i), key -> new ArrayList<>()).add(things.get(i));
    }
    return List.copyOf(groups.values());
  }
}
