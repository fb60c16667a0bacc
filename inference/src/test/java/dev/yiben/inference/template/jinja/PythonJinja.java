package dev.yiben.inference.template.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Python's own Jinja, as a judge. */
final class PythonJinja {
  private static final JsonMapper JSON = new JsonMapper();

  /** A template to be rendered. */
  record Task(String template, Map<String, Object> variables) {}

  private PythonJinja() {}

  /** Skips the test that calls it where there is no judge. */
  static void assume(Path folder) throws IOException, InterruptedException {
    boolean found;
    try {
      Process python =
          new ProcessBuilder("python3", "-c", "import jinja2")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("version").toFile())
              .start();
      found = python.waitFor(60, TimeUnit.SECONDS) && python.exitValue() == 0;
    } catch (IOException e) {
      found = false;
    }
    assumeTrue(found, "no python3 with jinja2 here (Debian: python3-jinja2)");
  }

  /** Returns what becomes of each template; nothing where it is refused. */
  static List<Optional<String>> render(List<Task> tasks, Path folder)
      throws IOException, InterruptedException {
    Path script = folder.resolve("judge.py");
    try (var source = PythonJinja.class.getResourceAsStream("judge.py")) {
      Files.write(script, source.readAllBytes());
    }
    Path input = folder.resolve("tasks.json");
    Path output = folder.resolve("rendered.json");
    Files.writeString(input, JSON.writeValueAsString(tasks));
    Process python =
        new ProcessBuilder("python3", script.toString())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    assertThat(python.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(python.exitValue())
        .as(Files.readString(folder.resolve("errors"), StandardCharsets.UTF_8))
        .isZero();
    List<Optional<String>> rendered = new ArrayList<>();
    for (JsonNode one : JSON.readTree(Files.readString(output))) {
      rendered.add(one.isNull() ? Optional.empty() : Optional.of(one.stringValue()));
    }
    return rendered;
  }
}
