package dev.yiben.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for what keeps translations from working. */
@Command(
    name = "translate doctor",
    description =
        "Looks at everything that translating needs, and says how to mend what is not right.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
  private static final int WIDTH = 80;
  private static final int INDENT = 24;

  private final Environment environment;
  @Mixin private final EngineOptions engine = new EngineOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  DoctorCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    engine.requireValid();
    List<Diagnosis> all = new ArrayList<>(new EngineDiagnoses(environment, engine).all());
    all.addAll(new SurroundingDiagnoses(environment).all());
    if (json) {
      Json.print(environment.out(), all.stream().map(DoctorCommand::json).toList());
    } else {
      all.forEach(this::print);
    }
    return code(all).code();
  }

  private static ExitCode code(List<Diagnosis> all) {
    return switch (all.stream()
        .map(Diagnosis::verdict)
        .max(Comparator.naturalOrder())
        .orElse(Diagnosis.Verdict.OK)) {
      case OK, WARNING -> ExitCode.DONE;
      case PROBLEM -> ExitCode.INCOMPLETE;
      case ENGINE_PROBLEM -> ExitCode.ENGINE;
    };
  }

  private void print(Diagnosis diagnosis) {
    String start =
        String.format(Locale.ROOT, "%-8s %-14s ", diagnosis.verdict(), diagnosis.subject());
    print(start, Texts.printable(diagnosis.text()));
    diagnosis.fix().ifPresent(fix -> print(" ".repeat(INDENT), "→ " + fix));
  }

  private void print(String start, String text) {
    String line = start;
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() > WIDTH && line.length() > INDENT) {
        environment.out().println(line.stripTrailing());
        line = " ".repeat(INDENT);
      }
      line += word + " ";
    }
    environment.out().println(line.stripTrailing());
  }

  private static Map<String, Object> json(Diagnosis diagnosis) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("subject", diagnosis.subject());
    json.put("verdict", diagnosis.verdict().toString());
    json.put("text", diagnosis.text());
    diagnosis.fix().ifPresent(fix -> json.put("fix", fix));
    return json;
  }
}
