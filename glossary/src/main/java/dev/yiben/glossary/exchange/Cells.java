package dev.yiben.glossary.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several texts in one cell, separated by bars; a bar of a text's own has a backslash before it.
 */
final class Cells {
  private Cells() {}

  static String joined(List<String> texts) {
    return texts.stream()
        .map(text -> text.replace("\\", "\\\\").replace("|", "\\|"))
        .collect(Collectors.joining(" | "));
  }

  static List<String> split(String cell) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char character = cell.charAt(i);
      boolean escaped =
          character == '\\' && i + 1 < cell.length() && "\\|".indexOf(cell.charAt(i + 1)) >= 0;
      if (escaped) {
        i++;
        text.append(cell.charAt(i));
      } else if (character == '|') {
        texts.add(text.toString());
        text.setLength(0);
      } else {
        text.append(character);
      }
    }
    texts.add(text.toString());
    return texts.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
  }
}
