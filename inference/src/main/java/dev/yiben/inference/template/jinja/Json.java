package dev.yiben.inference.template.jinja;

import java.util.List;
import java.util.Map;

/** Values as JSON, with the white space that Python's {@code json.dumps} puts in. */
final class Json {
  private final StringBuilder text = new StringBuilder();
  private final Budget budget;
  private final boolean escaping;
  private final boolean sorting;
  private final String indent;
  private final String comma;
  private final String colon;

  /**
   * Creates a writer of one value.
   *
   * @param escaping whether all but ASCII is escaped
   * @param indent of each level; all is in one line if it is null
   */
  Json(
      boolean escaping, boolean sorting, String indent, String comma, String colon, Budget budget) {
    this.escaping = escaping;
    this.sorting = sorting;
    this.indent = indent;
    this.comma = comma;
    this.colon = colon;
    this.budget = budget;
  }

  String write(Object value) {
    add(value, "\n");
    return text.toString();
  }

  private void add(Object value, String newLine) {
    budget.enter();
    if (value instanceof String string) {
      quote(string);
    } else if (value instanceof Map<?, ?> map) {
      addMap(map, newLine);
    } else if (value instanceof List<?> list) {
      addList(list, newLine);
    } else if (value == None.NONE) {
      text.append("null");
    } else if (value instanceof Boolean || value instanceof Long) {
      text.append(value);
    } else if (value instanceof Double number) {
      text.append(Numbers.text(number));
    } else {
      throw value instanceof Undefined undefined
          ? undefined.refused()
          : new JinjaException("a '" + Values.type(value) + "' cannot be written as JSON");
    }
    budget.leave();
  }

  private void addList(List<?> list, String newLine) {
    text.append('[');
    String separator = "";
    for (Object element : list) {
      next(separator, newLine);
      add(element, deeper(newLine));
      separator = comma;
    }
    close(list.isEmpty(), newLine, ']');
  }

  private void addMap(Map<?, ?> map, String newLine) {
    text.append('{');
    String separator = "";
    List<? extends Map.Entry<?, ?>> entries = List.copyOf(map.entrySet());
    if (sorting) {
      entries =
          entries.stream()
              .sorted((one, other) -> Values.compare(one.getKey(), other.getKey(), budget))
              .toList();
    }
    for (Map.Entry<?, ?> entry : entries) {
      next(separator, newLine);
      if (entry.getKey() instanceof String key) {
        quote(key);
      } else {
        text.append('"');
        add(entry.getKey(), newLine);
        text.append('"');
      }
      text.append(colon);
      add(entry.getValue(), deeper(newLine));
      separator = comma;
    }
    close(map.isEmpty(), newLine, '}');
  }

  private void next(String separator, String newLine) {
    text.append(separator);
    if (indent != null) {
      text.append(budget.made(deeper(newLine)));
    }
  }

  private void close(boolean empty, String newLine, char bracket) {
    if (indent != null && !empty) {
      text.append(newLine);
    }
    text.append(bracket);
  }

  private String deeper(String newLine) {
    return indent == null ? newLine : newLine + indent;
  }

  private void quote(String string) {
    budget.spend(string.length());
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char character = string.charAt(i);
      switch (character) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        default -> {
          if (character < ' ' || (escaping && character > '~')) {
            text.append(String.format("\\u%04x", (int) character));
          } else {
            text.append(character);
          }
        }
      }
    }
    text.append('"');
  }
}
