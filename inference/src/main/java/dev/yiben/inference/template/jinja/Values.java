package dev.yiben.inference.template.jinja;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What all values have: a type, a truth, elements, equality and an order. */
final class Values {
  private Values() {}

  /** Returns Python's name of a value's type. */
  static String type(Object value) {
    if (value instanceof String) {
      return "str";
    } else if (value instanceof Boolean) {
      return "bool";
    } else if (value instanceof Long) {
      return "int";
    } else if (value instanceof Double) {
      return "float";
    } else if (value instanceof List) {
      return value instanceof Tuple ? "tuple" : "list";
    } else if (value instanceof Map) {
      return "dict";
    } else if (value == None.NONE) {
      return "None";
    } else if (value instanceof Undefined) {
      return "undefined";
    }
    return value instanceof Namespace ? "namespace" : "function";
  }

  static boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    } else if (value instanceof String text) {
      return !text.isEmpty();
    } else if (value instanceof Number number) {
      return number.doubleValue() != 0;
    } else if (value instanceof Collection<?> elements) {
      return !elements.isEmpty();
    } else if (value instanceof Map<?, ?> entries) {
      return !entries.isEmpty();
    }
    return value != None.NONE && !(value instanceof Undefined);
  }

  /** Returns what is iterated over: of a text its characters, of a dictionary its keys. */
  static List<Object> elements(Object value, Budget budget) {
    if (value instanceof List<?> list) {
      budget.spendElements(list.size());
      return new ArrayList<>(list);
    } else if (value instanceof Map<?, ?> map) {
      budget.spendElements(map.size());
      return new ArrayList<>(map.keySet());
    } else if (value instanceof String text) {
      budget.spendElements(text.length());
      List<Object> characters = new ArrayList<>();
      text.codePoints().forEach(character -> characters.add(Character.toString(character)));
      return characters;
    } else if (value instanceof Undefined) {
      return List.of();
    }
    throw new JinjaException("'" + type(value) + "' object is not iterable");
  }

  static long length(Object value) {
    if (value instanceof String text) {
      return text.codePointCount(0, text.length());
    } else if (value instanceof Collection<?> elements) {
      return elements.size();
    } else if (value instanceof Map<?, ?> entries) {
      return entries.size();
    } else if (value instanceof Undefined) {
      return 0;
    }
    throw new JinjaException("'" + type(value) + "' object has no length");
  }

  static boolean equal(Object left, Object right, Budget budget) {
    if (Numbers.is(left) && Numbers.is(right)) {
      return Numbers.compare(left, right) == 0;
    } else if (left instanceof String text && right instanceof String other) {
      budget.spend(Math.min(text.length(), other.length()));
      return text.equals(other);
    } else if (left instanceof List<?> list && right instanceof List<?> other) {
      return type(left).equals(type(right))
          && list.size() == other.size()
          && firstDifference(list, other, budget) == list.size();
    } else if (left instanceof Map<?, ?> map && right instanceof Map<?, ?> other) {
      return map.keySet().equals(other.keySet())
          && map.keySet().stream()
              .allMatch(key -> equalInside(map.get(key), other.get(key), budget));
    }
    return left == right || (left instanceof Undefined && right instanceof Undefined);
  }

  private static boolean equalInside(Object left, Object right, Budget budget) {
    budget.enter();
    boolean equal = equal(left, right, budget);
    budget.leave();
    return equal;
  }

  private static int firstDifference(List<?> left, List<?> right, Budget budget) {
    int common = Math.min(left.size(), right.size());
    int index = 0;
    while (index < common && equalInside(left.get(index), right.get(index), budget)) {
      index++;
    }
    return index;
  }

  /**
   * Compares what has an order: numbers, texts and lists of them.
   *
   * @throws JinjaException if the two have none
   */
  static int compare(Object left, Object right, Budget budget) {
    if (Numbers.is(left) && Numbers.is(right)) {
      return Numbers.compare(left, right);
    } else if (left instanceof String text && right instanceof String other) {
      budget.spend(Math.min(text.length(), other.length()));
      return text.compareTo(other);
    } else if (left instanceof List<?> list && right instanceof List<?> other) {
      int different = firstDifference(list, other, budget);
      if (different == list.size() || different == other.size()) {
        return Integer.compare(list.size(), other.size());
      }
      budget.enter();
      int order = compare(list.get(different), other.get(different), budget);
      budget.leave();
      return order;
    }
    throw left instanceof Undefined undefined
        ? undefined.refused()
        : new JinjaException("'" + type(left) + "' and '" + type(right) + "' have no order");
  }

  /** Whether the value is in the container. */
  static boolean contains(Object container, Object value, Budget budget) {
    if (container instanceof String text) {
      if (value instanceof String part) {
        budget.spend(text.length());
        return text.contains(part);
      }
      throw new JinjaException("only a text can be in a text, not '" + type(value) + "'");
    }
    return elements(container, budget).stream().anyMatch(other -> equal(other, value, budget));
  }
}
