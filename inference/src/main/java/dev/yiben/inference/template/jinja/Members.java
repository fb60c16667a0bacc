package dev.yiben.inference.template.jinja;

import java.util.List;
import java.util.Map;

/** What stands behind a dot or in brackets. */
final class Members {
  private Members() {}

  /** Returns {@code target.name}: a method before an entry of the same name. */
  static Object attribute(Object target, String name) {
    if (target instanceof Undefined undefined) {
      throw undefined.refused();
    } else if (target instanceof Namespace namespace) {
      return namespace.get(name);
    } else if (target instanceof Loop loop) {
      return loop.attribute(name);
    }
    Operation method = method(target, name);
    if (method != null) {
      return (Function) (arguments, budget) -> method.apply(target, arguments, budget);
    } else if (target instanceof Map<?, ?> map && map.containsKey(name)) {
      return map.get(name);
    }
    return Undefined.member(target, name);
  }

  private static Operation method(Object target, String name) {
    if (target instanceof String) {
      return StringMethods.ALL.get(name);
    } else if (target instanceof Map) {
      return CollectionMethods.OF_MAPS.get(name);
    }
    return target instanceof List ? CollectionMethods.OF_LISTS.get(name) : null;
  }

  /** Returns {@code target[key]}: an entry before a method of the same name. */
  static Object item(Object target, Object key, Budget budget) {
    if (target instanceof Map<?, ?> map && map.containsKey(key)) {
      return map.get(key);
    } else if (key instanceof String name) {
      return attribute(target, name);
    } else if (target instanceof Undefined undefined) {
      throw undefined.refused();
    } else if (Numbers.isWhole(key)) {
      if (target instanceof List<?> list) {
        return element(list, Numbers.whole(key));
      } else if (target instanceof String text) {
        return element(Values.elements(text, budget), Numbers.whole(key));
      }
    }
    return Undefined.member(target, Texts.plain(key, budget));
  }

  private static Object element(List<?> list, long index) {
    long place = index < 0 ? index + list.size() : index;
    return place >= 0 && place < list.size()
        ? list.get((int) place)
        : new Undefined("a list of " + list.size() + " has no element " + index);
  }
}
