package dev.yiben.cli;

import dev.yiben.pipeline.memory.exchange.MemoryImport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files of other tools into translation memories. */
@Command(
    name = "import",
    description = {
      "Takes translations from TMX files, AiNiee's AinieeCacheData.json, and LinguaGacha's .lg and"
          + " items.json into the memory of their languages.",
      "Those of TMX files count as confirmed."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class MemoryImportCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to read.")
  private List<Path> files;

  @Mixin private final MemoryChoice memories = new MemoryChoice();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  MemoryImportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    MemoryImport reading =
        new MemoryImport(
            memories.place(environment), memories.from(), memories.to(), Instant.now());
    List<Map<String, Object>> results = new ArrayList<>();
    for (Path file : files) {
      MemoryImport.Result result = reading.read(environment.resolve(file));
      results.add(json(file, result));
      if (!json) {
        environment.out().println(line(file, result));
      }
    }
    if (json) {
      Json.print(environment.out(), results);
    }
    return ExitCode.DONE.code();
  }

  private static String line(Path file, MemoryImport.Result result) {
    StringBuilder line = new StringBuilder();
    line.append(file).append(": ").append(result.count()).append(" translations taken");
    sorted(result)
        .forEach(
            (languages, count) ->
                line.append(", ").append(count).append(" from ").append(languages));
    new TreeMap<>(result.leftOut())
        .forEach(
            (reason, count) ->
                line.append("; ").append(count).append(" left out: ").append(reason));
    return line.toString();
  }

  private static Map<String, Long> sorted(MemoryImport.Result result) {
    Map<String, Long> taken = new TreeMap<>();
    result.taken().forEach((languages, count) -> taken.put(languages.toString(), count));
    return taken;
  }

  private static Map<String, Object> json(Path file, MemoryImport.Result result) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("file", file.toString());
    tree.put("format", result.format());
    tree.put("taken", sorted(result));
    tree.put("leftOut", new TreeMap<>(result.leftOut()));
    return tree;
  }
}
