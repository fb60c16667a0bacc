package dev.yiben.inference.decoding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a grammar in GBNF of a JSON schema.
 *
 * <p>What the grammar allows is valid by the schema. It may allow less: properties come in the
 * order of the schema, those that it does not name do not come, and blanks and numbers are of a
 * bounded length. What it knows no rule for is refused rather than left out.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema</a>
 */
final class JsonSchemaGrammar {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MAX_DEPTH = 100;
  private static final int MAX_COUNT = 10_000;

  /** Keywords that say nothing about what is valid. */
  private static final Set<String> REMARKS =
      Set.of(
          "$schema",
          "$id",
          "$comment",
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly");

  private static final String BASICS =
      """
      space ::= " " | "\\n" [ \\t]{0,20} | ""
      character ::= [^"\\\\\\x00-\\x1F] | "\\\\" (["\\\\/bfnrt] | "u" [0-9a-fA-F]{4})
      string ::= "\\"" character* "\\""
      integer ::= "-"? ("0" | [1-9] [0-9]{0,15})
      number ::= integer ("." [0-9]{1,16})? ([eE] [-+]? [0-9]{1,2})?
      boolean ::= "true" | "false"
      null ::= "null"
      value ::= object | array | string | number | boolean | null
      object ::= "{" space (member ("," space member)*)? "}"
      member ::= string space ":" space value space
      array ::= "[" space (item ("," space item)*)? "]"
      item ::= value space
      """;

  private final Map<String, String> rules = new LinkedHashMap<>();

  private JsonSchemaGrammar() {}

  /**
   * Returns the grammar of a schema.
   *
   * @throws IllegalArgumentException if the schema is malformed or has a keyword that no rule is
   *     known for
   */
  static String of(String schema) {
    JsonNode root;
    try {
      root = JSON.readTree(schema);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The JSON schema is no JSON: " + e.getOriginalMessage());
    }
    JsonSchemaGrammar grammar = new JsonSchemaGrammar();
    String start = grammar.rule(root, "the JSON schema", 0);
    StringBuilder text = new StringBuilder("root ::= ").append(start).append('\n');
    grammar.rules.forEach(
        (name, body) -> text.append(name).append(" ::= ").append(body).append('\n'));
    return text.append(BASICS).toString();
  }

  private String newRule(String body) {
    String name = "s" + rules.size();
    rules.put(name, body);
    return name;
  }

  /** Returns the name of a rule for what is valid by a schema. */
  private String rule(JsonNode schema, String place, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(place + ": the schema is nested too deeply");
    }
    if (schema.isBoolean() && schema.booleanValue()) {
      return "value";
    }
    if (!schema.isObject()) {
      throw new IllegalArgumentException(place + " must be an object or true");
    }
    Keywords keywords = new Keywords(schema, place);
    String rule = rule(keywords, depth);
    keywords.requireAllUsed();
    return rule;
  }

  private String rule(Keywords schema, int depth) {
    if (schema.has("const")) {
      return values(List.of(schema.take("const")), schema);
    }
    if (schema.has("enum")) {
      return values(schema.list("enum"), schema);
    }
    if (schema.has("anyOf")) {
      return oneOf(
          schema.list("anyOf").stream()
              .map(inner -> rule(inner, schema.place() + "/anyOf", depth + 1))
              .toList(),
          schema.place());
    }
    if (schema.has("properties") && !schema.has("type")) {
      return object(schema, depth);
    }
    if (schema.has("items") && !schema.has("type")) {
      return array(schema, depth);
    }
    if (!schema.has("type")) {
      return "value";
    }
    return oneOf(
        schema.types().stream().map(type -> ofType(type, schema, depth)).toList(), schema.place());
  }

  private String ofType(String type, Keywords schema, int depth) {
    return switch (type) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "string" -> string(schema);
      case "number", "integer", "boolean", "null" -> type;
      default ->
          throw new IllegalArgumentException(
              schema.place() + ": the type «" + type + "» is not known");
    };
  }

  private static String string(Keywords schema) {
    int least = schema.count("minLength", 0);
    int most = schema.count("maxLength", Integer.MAX_VALUE);
    if (least == 0 && most == Integer.MAX_VALUE) {
      return "string";
    }
    return "(\"\\\"\" character" + times(least, most, schema.place()) + " \"\\\"\")";
  }

  private String array(Keywords schema, int depth) {
    int least = schema.count("minItems", 0);
    int most = schema.count("maxItems", Integer.MAX_VALUE);
    String item =
        schema.has("items")
            ? rule(schema.take("items"), schema.place() + "/items", depth + 1)
            : "value";
    String more = "(\",\" space " + item + " space)";
    String items =
        most == 0
            ? ""
            : item
                + " space "
                + more
                + times(
                    Math.max(0, least - 1),
                    most == Integer.MAX_VALUE ? most : most - 1,
                    schema.place());
    return newRule(
        "\"[\" space " + (least == 0 && most > 0 ? "(" + items + ")?" : items) + " \"]\"");
  }

  private static String times(int least, int most, String place) {
    if (most < least) {
      throw new IllegalArgumentException(place + ": the most is below the least");
    }
    return "{" + least + "," + (most == Integer.MAX_VALUE ? "" : most) + "}";
  }

  private String object(Keywords schema, int depth) {
    JsonNode others = schema.take("additionalProperties");
    Set<String> required = new LinkedHashSet<>();
    schema.list("required").forEach(name -> required.add(name.stringValue("")));
    Map<String, String> members = new LinkedHashMap<>();
    JsonNode properties = schema.take("properties");
    if (schema.has("properties") && !properties.isObject()) {
      throw new IllegalArgumentException(schema.place() + ": properties must be an object");
    }
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      String place = schema.place() + "/properties/" + property.getKey();
      members.put(
          property.getKey(),
          newRule(
              quoted(JSON.writeValueAsString(property.getKey()))
                  + " space \":\" space "
                  + rule(property.getValue(), place, depth + 1)
                  + " space"));
    }
    if (!members.keySet().containsAll(required)) {
      throw new IllegalArgumentException(
          schema.place() + ": a required property has no schema among its properties");
    }
    if (members.isEmpty()) {
      return anyMembers(others, schema.place(), depth);
    }
    return newRule("\"{\" space " + members(members, required) + " \"}\"");
  }

  private String anyMembers(JsonNode others, String place, int depth) {
    if (others.isBoolean() && !others.booleanValue()) {
      return newRule("\"{\" space \"}\"");
    }
    if (others.isMissingNode()) {
      return "object";
    }
    String value = rule(others, place + "/additionalProperties", depth + 1);
    String member = newRule("string space \":\" space " + value + " space");
    return newRule("\"{\" space (" + member + " (\",\" space " + member + ")*)? \"}\"");
  }

  /** Returns the rule of members in their order, of which each but the first has a comma before. */
  private String members(Map<String, String> members, Set<String> required) {
    List<String> names = new ArrayList<>(members.keySet());
    // What comes after some members, from the last one back: if none of them came, and if some did.
    String none = "\"\"";
    String some = "\"\"";
    for (int i = names.size() - 1; i >= 0; i--) {
      String member = members.get(names.get(i));
      boolean mayLack = !required.contains(names.get(i));
      String first = member + " " + some;
      String further = "\",\" space " + member + " " + some;
      none = newRule(first + (mayLack ? " | " + none : ""));
      some = newRule(further + (mayLack ? " | " + some : ""));
    }
    return none;
  }

  private String oneOf(List<String> alternatives, String place) {
    if (alternatives.isEmpty()) {
      throw new IllegalArgumentException(place + ": nothing is valid by an empty list");
    }
    return alternatives.size() == 1
        ? alternatives.get(0)
        : newRule(String.join(" | ", alternatives));
  }

  private String values(List<JsonNode> values, Keywords schema) {
    List<String> types = schema.has("type") ? schema.types() : List.of();
    for (JsonNode value : values) {
      if (!types.isEmpty() && types.stream().noneMatch(type -> isOf(type, value))) {
        throw new IllegalArgumentException(
            schema.place() + ": the value " + value + " is not of the type");
      }
    }
    return oneOf(
        values.stream().map(value -> quoted(JSON.writeValueAsString(value))).toList(),
        schema.place());
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  /** Returns a literal of GBNF. */
  private static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                literal.append('\\').appendCodePoint(character);
              } else if (Character.getType(character) == Character.SURROGATE) {
                literal.append(String.format("\\u%04X", character));
              } else {
                literal.appendCodePoint(character);
              }
            });
    return literal.append('"').toString();
  }

  /** The keywords of a schema, of which each must be asked for. */
  private static final class Keywords {
    private final JsonNode schema;
    private final String place;
    private final Set<String> used = new HashSet<>(REMARKS);

    Keywords(JsonNode schema, String place) {
      this.schema = schema;
      this.place = place;
    }

    String place() {
      return place;
    }

    boolean has(String name) {
      return schema.has(name);
    }

    /** Returns the value of a keyword; a missing node if it is not there. */
    JsonNode take(String name) {
      used.add(name);
      return schema.path(name);
    }

    List<JsonNode> list(String name) {
      JsonNode list = take(name);
      if (has(name) && !list.isArray()) {
        throw new IllegalArgumentException(place + ": " + name + " must be a list");
      }
      return new ArrayList<>(list.values());
    }

    /** Returns the types, of which a single one may stand without a list. */
    List<String> types() {
      JsonNode type = take("type");
      return (type.isArray() ? type.values().stream() : Stream.of(type))
          .map(one -> one.stringValue(""))
          .toList();
    }

    int count(String name, int otherwise) {
      JsonNode count = take(name);
      if (count.isMissingNode()) {
        return otherwise;
      }
      if (!count.isInt() || count.intValue() < 0 || count.intValue() > MAX_COUNT) {
        throw new IllegalArgumentException(
            place + ": " + name + " must be a number up to " + MAX_COUNT);
      }
      return count.intValue();
    }

    void requireAllUsed() {
      for (String name : schema.propertyNames()) {
        if (!used.contains(name)) {
          throw new IllegalArgumentException(
              place + ": no grammar can be made for the keyword " + name);
        }
      }
    }
  }
}
