package dev.yiben.cli;

import picocli.CommandLine.Option;

/** Options of the list of models, with and without its name. */
final class ModelListOptions {
  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  boolean json() {
    return json;
  }
}
