package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** Reads the fields of forms of old (ISO/IEC 29500-1, 17.16.17). */
final class FormField {
  private FormField() {}

  /** Returns what a list shows, which stands in no run. */
  static Optional<String> choice(XmlElement begin) {
    return begin
        .child(Namespaces.WORD, "ffData")
        .flatMap(data -> data.child(Namespaces.WORD, "ddList"))
        .flatMap(FormField::chosen);
  }

  private static Optional<String> chosen(XmlElement list) {
    List<String> entries =
        list.children().stream()
            .filter(child -> child.is(Namespaces.WORD, "listEntry"))
            .map(child -> child.value("val"))
            .toList();
    int number =
        number(list, "result").or(() -> number(list, "default")).filter(n -> n >= 0).orElse(0);
    return number < entries.size() ? Optional.of(entries.get(number)) : Optional.empty();
  }

  private static Optional<Integer> number(XmlElement list, String name) {
    return list.child(Namespaces.WORD, name)
        .map(element -> element.value("val"))
        .filter(value -> value.matches("[0-9]{1,4}"))
        .map(Integer::valueOf);
  }
}
