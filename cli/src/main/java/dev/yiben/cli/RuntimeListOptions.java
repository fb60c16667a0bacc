package dev.yiben.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the list of runtimes, with and without its name. */
final class RuntimeListOptions {
  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final RuntimeOptions runtime = new RuntimeOptions();

  RuntimeOptions runtime() {
    return runtime;
  }

  boolean json() {
    return json;
  }
}
