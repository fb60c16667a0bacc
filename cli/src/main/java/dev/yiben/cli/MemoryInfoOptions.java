package dev.yiben.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of what is told of memories, with and without its name. */
final class MemoryInfoOptions {
  @Mixin private final MemoryChoice memories = new MemoryChoice();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  MemoryChoice memories() {
    return memories;
  }

  boolean json() {
    return json;
  }
}
