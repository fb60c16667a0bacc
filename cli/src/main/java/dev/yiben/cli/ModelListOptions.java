package dev.yiben.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the list of models, with and without its name. */
final class ModelListOptions {
  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final EndpointOptions endpoint = new EndpointOptions();
  @Mixin private final RuntimeOptions runtime = new RuntimeOptions();

  EndpointOptions endpoint() {
    return endpoint;
  }

  RuntimeOptions runtime() {
    return runtime;
  }

  boolean json() {
    return json;
  }
}
