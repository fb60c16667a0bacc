package dev.yiben.inference.template.jinja;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chat templates that real models carry, where they have been fetched. */
public final class RealTemplates {
  private static final Path FILE = Path.of("../target/judges/chat-templates.json");

  private RealTemplates() {}

  /** Returns templates by the names of their models; skips the test where there are none. */
  public static Map<String, String> read() throws IOException {
    assumeTrue(
        Files.exists(FILE), "no chat templates of real models: .ci/chat-templates gets them");
    Map<String, String> templates = new LinkedHashMap<>();
    for (JsonNode one : new JsonMapper().readTree(Files.readString(FILE))) {
      templates.put(
          one.get("model").stringValue() + " " + templates.size(),
          one.get("template").stringValue());
    }
    return templates;
  }
}
