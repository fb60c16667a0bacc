package dev.yiben.formats.format.pdf;

import java.util.List;

/** Numbers of pages, as people write them. */
final class PageNumbers {
  private PageNumbers() {}

  /** Returns such as {@code page 3} or {@code pages 1, 4-9}. */
  static String told(List<Integer> numbers) {
    StringBuilder told = new StringBuilder(numbers.size() == 1 ? "page " : "pages ");
    int i = 0;
    while (i < numbers.size()) {
      int first = i;
      while (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) {
        i++;
      }
      told.append(first == 0 ? "" : ", ").append(numbers.get(first));
      if (i > first) {
        told.append('-').append(numbers.get(i));
      }
      i++;
    }
    return told.toString();
  }
}
