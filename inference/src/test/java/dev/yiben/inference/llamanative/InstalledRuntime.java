package dev.yiben.inference.llamanative;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.inference.runtime.Platform;
import dev.yiben.inference.runtime.RuntimeLibraries;
import dev.yiben.inference.runtime.Runtimes;
import java.nio.file.Path;

/** The llama.cpp libraries that the environment names; tests that need them are skipped without. */
final class InstalledRuntime {
  private InstalledRuntime() {}

  static RuntimeLibraries libraries() {
    String named = System.getenv().getOrDefault(Runtimes.VARIABLE, "");
    assumeTrue(
        !named.isEmpty(),
        "no llama.cpp libraries: 'translate runtime install' and set " + Runtimes.VARIABLE);
    return new Runtimes(Path.of("none"), Platform.current()).named(named).libraries();
  }
}
