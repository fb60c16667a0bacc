package dev.yiben.inference.template.jinja;

import java.util.List;
import java.util.Map;

/** Values as text, as Python's {@code str} and {@code repr} give it. */
final class Texts {
  private final StringBuilder text = new StringBuilder();
  private final Budget budget;

  private Texts(Budget budget) {
    this.budget = budget;
  }

  /** Returns how a value is written into the output. */
  static String plain(Object value, Budget budget) {
    if (value instanceof String text) {
      return text;
    }
    return value instanceof Undefined ? "" : shown(value, budget);
  }

  /** Returns how a value is written inside a list. */
  static String shown(Object value, Budget budget) {
    Texts texts = new Texts(budget);
    texts.add(value);
    return texts.text.toString();
  }

  private void add(Object value) {
    budget.enter();
    if (value instanceof String characters) {
      budget.spend(characters.length());
      quote(characters);
    } else if (value instanceof Boolean truth) {
      text.append(truth ? "True" : "False");
    } else if (value instanceof Double number) {
      text.append(Numbers.text(number));
    } else if (value instanceof Long number) {
      text.append((long) number);
    } else if (value instanceof List<?> list) {
      boolean tuple = value instanceof Tuple;
      text.append(tuple ? '(' : '[');
      String separator = "";
      for (Object element : list) {
        text.append(separator);
        add(element);
        separator = ", ";
      }
      text.append(!tuple ? "]" : list.size() == 1 ? ",)" : ")");
    } else if (value instanceof Map<?, ?> map) {
      text.append('{');
      String separator = "";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text.append(separator);
        add(entry.getKey());
        text.append(": ");
        add(entry.getValue());
        separator = ", ";
      }
      text.append('}');
    } else if (value == None.NONE) {
      text.append("None");
    } else if (value instanceof Undefined) {
      text.append("Undefined");
    } else {
      throw new JinjaException("a '" + Values.type(value) + "' cannot be written");
    }
    budget.leave();
  }

  private void quote(String characters) {
    char quote = characters.contains("'") && !characters.contains("\"") ? '"' : '\'';
    text.append(quote);
    characters
        .codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> {
                  if (character == quote) {
                    text.append('\\').append(quote);
                  } else if (character < ' ' || (character >= 0x7f && character < 0xa0)) {
                    text.append(String.format("\\x%02x", character));
                  } else {
                    text.appendCodePoint(character);
                  }
                }
              }
            });
    text.append(quote);
  }
}
