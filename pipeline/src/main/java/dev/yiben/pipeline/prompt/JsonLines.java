package dev.yiben.pipeline.prompt;

import dev.yiben.inference.OutputConstraint;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as one JSON object whose keys are the numbers of the lines, for back-ends that enforce a
 * JSON schema but no grammar.
 */
public final class JsonLines {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonLines() {}

  /** Returns the schema of an answer to lines 1 to {@code count}. */
  public static OutputConstraint.JsonSchema schema(int count) {
    List<String> numbers = IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    numbers.forEach(number -> properties.putObject(number).put("type", "string"));
    numbers.forEach(schema.putArray("required")::add);
    schema.put("additionalProperties", false);
    return new OutputConstraint.JsonSchema(schema.toString());
  }

  static String format(List<String> texts) {
    ObjectNode object = JSON.createObjectNode();
    for (int i = 0; i < texts.size(); i++) {
      object.put(String.valueOf(i + 1), texts.get(i));
    }
    return object.toString();
  }

  /** Reads an answer, as far as it goes; what stands around the object is dropped. */
  static ParsedResponse parse(String answer, int count, String interrupted) {
    FoundLines found = new FoundLines(count);
    String broken = "";
    int complete = 0;
    try (JsonParser json = JSON.createParser(answer.substring(answer.indexOf('{')))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        complete = read(json, found);
      }
    } catch (JacksonException e) {
      broken = "the answer is no complete JSON";
      found.begin(complete + 1);
    }
    return found.result(interrupted.isEmpty() ? broken : interrupted);
  }

  /** Reads a property and returns the number of its line, or 0 if it is none. */
  private static int read(JsonParser json, FoundLines found) {
    String name = json.currentName();
    if (!name.matches("[0-9]{1,6}")) {
      json.nextToken();
      json.skipChildren();
      return 0;
    }
    int number = Integer.parseInt(name);
    found.begin(number);
    if (json.nextToken() != JsonToken.VALUE_STRING) {
      json.skipChildren();
      found.fault("the translation is no text");
    } else {
      String text = json.getString().strip();
      found.add(number, text);
      if (text.lines().count() > 1) {
        found.fault("a line break stands in the translation");
      }
    }
    return number;
  }
}
