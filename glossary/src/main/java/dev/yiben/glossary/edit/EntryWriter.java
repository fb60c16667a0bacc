package dev.yiben.glossary.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/**
 * Writes new entries in the style of a file.
 *
 * @param quotes those of the file's texts, or plain
 * @param lineBreak that of the file
 */
record EntryWriter(ScalarWriter scalars, ScalarStyle quotes, String lineBreak) {

  /** Writes a value on one line. */
  String value(Field field, ScalarStyle style, boolean flow) {
    if (field.isFlag()) {
      return field.items().get(0);
    }
    return field.list()
        ? field.items().stream()
            .map(item -> scalars.write(item, style, true))
            .collect(Collectors.joining(", ", "[", "]"))
        : scalars.write(field.items().get(0), style, flow);
  }

  /** Writes a key and its value on one line. */
  String pair(Field field, boolean flow) {
    return field.key() + ": " + value(field, quotes, flow);
  }

  /** Writes an entry in braces. */
  String flow(EntryContent entry) {
    return entry.isText()
        ? scalars.write(entry.text(), quotes, true)
        : entry.needed().stream()
            .map(field -> pair(field, true))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  /**
   * Writes an entry with a key on each line, without the spaces before the first.
   *
   * @param indent the spaces before each other
   */
  String block(EntryContent entry, String indent) {
    if (entry.isText()) {
      return scalars.write(entry.text(), quotes, false);
    }
    List<String> lines = new ArrayList<>();
    for (Field field : entry.needed()) {
      lines.add(pair(field, false));
    }
    return String.join(lineBreak + indent, lines);
  }

  /**
   * Writes an entry behind its dash.
   *
   * @param column of the dash
   * @param gap how many spaces follow it
   */
  String item(EntryContent entry, int column, int gap, boolean braces) {
    String indent = " ".repeat(column);
    return indent
        + "-"
        + " ".repeat(gap)
        + (braces ? flow(entry) : block(entry, indent + " ".repeat(gap + 1)));
  }

  String flowList(List<EntryContent> entries) {
    return entries.stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
  }
}
