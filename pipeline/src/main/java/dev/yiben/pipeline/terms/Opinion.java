package dev.yiben.pipeline.terms;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a model says of a term in one answer. */
record Opinion(Category category, String translation, String note) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 200;

  /** Reads an answer; what stands around the object is dropped. */
  static Optional<Opinion> parse(String answer) {
    int start = answer.indexOf('{');
    int end = answer.lastIndexOf('}');
    if (start < 0 || end < start) {
      return Optional.empty();
    }
    try {
      JsonNode tree = JSON.readTree(answer.substring(start, end + 1));
      return Category.named(text(tree, "category"))
          .map(category -> new Opinion(category, text(tree, "translation"), text(tree, "note")));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode tree, String name) {
    String text = tree.path(name).asString("").strip().replaceAll("\\s+", " ");
    return text.length() > LONGEST ? "" : text;
  }
}
