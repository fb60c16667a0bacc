package dev.yiben.cli;

import dev.yiben.pipeline.memory.MemoryUnit;
import dev.yiben.pipeline.memory.TranslationMemory;
import dev.yiben.pipeline.memory.UnitFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists translations of memories. */
@Command(
    name = "list",
    description = "Lists translations, of which the source or the translation has a text.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class MemoryListCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "0..1", paramLabel = "TEXT", description = "What to look for.")
  private Optional<String> text = Optional.empty();

  @Mixin private final MemoryChoice memories = new MemoryChoice();
  @Mixin private final MemoryFilter filter = new MemoryFilter();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "50",
      description = "Most translations of each memory; default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  MemoryListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    UsageException.requireAtLeast(1, "--most", most);
    UnitFilter chosen = filter.filter(text);
    List<Map<String, Object>> trees = new ArrayList<>();
    memories.forEach(
        environment,
        memory ->
            memory.forEach(
                chosen,
                most,
                unit -> {
                  if (json) {
                    trees.add(json(memory, unit));
                  } else {
                    print(unit);
                  }
                }));
    if (json) {
      Json.print(environment.out(), trees);
    }
    return ExitCode.DONE.code();
  }

  private void print(MemoryUnit unit) {
    environment.out().println(Texts.printable(unit.source()));
    environment
        .out()
        .println(
            "  "
                + Texts.printable(unit.target())
                + (unit.made().confirmed() ? "  (confirmed)" : ""));
  }

  private static Map<String, Object> json(TranslationMemory memory, MemoryUnit unit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("sourceLanguage", memory.languages().source());
    tree.put("targetLanguage", memory.languages().target());
    tree.put("source", unit.source());
    tree.put("target", unit.target());
    tree.put("document", unit.context().document());
    tree.put("segment", unit.context().segment());
    tree.put("origin", unit.made().origin().name().toLowerCase(Locale.ROOT));
    tree.put("confirmed", unit.made().confirmed());
    tree.put("model", unit.made().model());
    tree.put("findings", unit.findings());
    tree.put("created", unit.created().toString());
    tree.put("used", unit.used().toString());
    return tree;
  }
}
