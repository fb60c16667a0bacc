package dev.yiben.inference.llamanative;

import dev.yiben.inference.runtime.RuntimeForTests;
import dev.yiben.inference.runtime.RuntimeLibraries;

/** The llama.cpp libraries of the tests; those that need them are skipped without. */
final class InstalledRuntime {
  private InstalledRuntime() {}

  static RuntimeLibraries libraries() {
    return RuntimeForTests.required().libraries();
  }
}
