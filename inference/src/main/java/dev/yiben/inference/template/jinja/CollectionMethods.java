package dev.yiben.inference.template.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Methods of dictionaries and lists; those that would change them are refused, as by all. */
final class CollectionMethods {
  static final Map<String, Operation> OF_MAPS =
      Map.ofEntries(
          ofMap("keys", List.of(), (map, arguments, budget) -> new ArrayList<>(map.keySet())),
          ofMap("values", List.of(), (map, arguments, budget) -> new ArrayList<>(map.values())),
          ofMap("items", List.of(), (map, arguments, budget) -> items(map, budget)),
          ofMap("copy", List.of(), (map, arguments, budget) -> new LinkedHashMap<>(map)),
          ofMap(
              "get",
              List.of("key", "default"),
              (map, arguments, budget) -> {
                Object value = map.get(arguments.get("key"));
                return value == null ? arguments.get("default", None.NONE) : value;
              }),
          refused("pop"),
          refused("popitem"),
          refused("update"),
          refused("setdefault"),
          refused("clear"));

  static final Map<String, Operation> OF_LISTS =
      Map.ofEntries(
          ofList("copy", List.of(), (list, arguments, budget) -> new ArrayList<>(list)),
          ofList(
              "count",
              List.of("value"),
              (list, arguments, budget) ->
                  list.stream()
                      .filter(other -> Values.equal(other, arguments.get("value"), budget))
                      .count()),
          ofList(
              "index",
              List.of("value"),
              (list, arguments, budget) -> index(list, arguments.get("value"), budget)),
          refused("append"),
          refused("extend"),
          refused("insert"),
          refused("pop"),
          refused("remove"),
          refused("reverse"),
          refused("sort"),
          refused("clear"));

  private CollectionMethods() {}

  /** Returns pairs of keys and values. */
  static List<Object> items(Map<?, ?> map, Budget budget) {
    List<Object> items = new ArrayList<>();
    map.forEach((key, value) -> items.add(new Tuple(List.of(key, value))));
    return budget.made(items);
  }

  private static Object index(List<?> list, Object value, Budget budget) {
    for (int i = 0; i < list.size(); i++) {
      if (Values.equal(list.get(i), value, budget)) {
        return (long) i;
      }
    }
    throw new JinjaException("a list does not have the value whose index is asked for");
  }

  private static Map.Entry<String, Operation> ofMap(
      String name, List<String> parameters, Operation.Body<Map<?, ?>> body) {
    return Map.entry(
        name,
        Operation.of(
            name,
            parameters,
            (value, arguments, budget) -> body.apply((Map<?, ?>) value, arguments, budget)));
  }

  private static Map.Entry<String, Operation> ofList(
      String name, List<String> parameters, Operation.Body<List<?>> body) {
    return Map.entry(
        name,
        Operation.of(
            name,
            parameters,
            (value, arguments, budget) -> body.apply((List<?>) value, arguments, budget)));
  }

  private static Map.Entry<String, Operation> refused(String name) {
    return Map.entry(
        name,
        (value, arguments, budget) -> {
          throw new JinjaException("'" + name + "' would change what a template may only read");
        });
  }
}
