package dev.yiben.inference.runtime;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The runtime of llama.cpp that tests use: what the environment variable YIBEN_LLAMA_RUNTIME names,
 * else what {@code .ci/run} put into {@code target/llama-runtime} of the repository.
 */
public final class RuntimeForTests {
  private static final Path OF_BUILD = Path.of("..", "target", "llama-runtime");

  private RuntimeForTests() {}

  /** Returns it; skips the test where there is none. */
  public static LlamaRuntime required() {
    Runtimes runtimes = Runtimes.of(OF_BUILD.resolveSibling("runtimes"), Map.of());
    String named = System.getenv(Runtimes.VARIABLE);
    if (named != null && !named.isBlank()) {
      return runtimes.named(named);
    }
    return Files.isDirectory(OF_BUILD)
        ? runtimes.named(OF_BUILD.toString())
        : abort(
            "There are no libraries of llama.cpp: name their folder in "
                + Runtimes.VARIABLE
                + ", or let .ci/run fetch them");
  }
}
