package dev.yiben.cli;

import picocli.CommandLine.Option;

/** How a glossary is listed. */
final class GlossaryListOptions {
  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  boolean json() {
    return json;
  }
}
