package dev.yiben.glossary.edit;

import java.util.List;

/**
 * An entry of a list, as it is written: a text, or keys with values.
 *
 * @param text the text, where there are no fields
 */
record EntryContent(String text, List<Field> fields) {

  static EntryContent of(String text) {
    return new EntryContent(text, List.of());
  }

  static EntryContent of(List<Field> fields) {
    return new EntryContent("", fields);
  }

  boolean isText() {
    return fields.isEmpty();
  }

  List<Field> needed() {
    return fields.stream().filter(Field::needed).toList();
  }
}
