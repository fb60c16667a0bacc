package dev.yiben.cli;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.glossary.GlossaryFinding;
import dev.yiben.glossary.GlossaryFindings;
import dev.yiben.glossary.extract.Passage;
import java.nio.file.Path;
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

/** Looks for what contradicts itself in glossaries, and for terms that match nothing. */
@Command(
    name = "check",
    description =
        "Looks for what is wrong in glossaries, and prints it, a line each: faults, contradictions,"
            + " doubles, and with --in terms that the documents do not have.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossaryCheckCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Glossaries that are used together; default: those of -g.")
  private List<Path> files = List.of();

  @Option(
      names = "--in",
      paramLabel = "FILE|DIR",
      description = "Documents in which the terms should occur; repeat it for several.")
  private List<Path> documents = List.of();

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANG",
      converter = LanguageTag.Converter.class,
      description = "Language of the documents; default: what each declares, or is detected as.")
  private Optional<LanguageTag> from = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final GlossaryOption glossary = new GlossaryOption();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossaryCheckCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    Console console = consoleOptions.console(environment);
    List<Path> named =
        files.isEmpty()
            ? glossary.all(environment)
            : files.stream().map(environment::resolve).toList();
    List<GlossaryFinding> findings;
    boolean complete = true;
    if (documents.isEmpty()) {
      findings = GlossaryFindings.of(named);
    } else {
      ExtractedPassages passages =
          new ExtractedPassages(
              console, FormatRegistry.load(), from.map(LanguageTag::tag), Optional.empty());
      SourceFiles sources = passages.find(environment, FormatOptions.DEFAULT);
      documents.forEach(sources::add);
      sources.problems().forEach(console::error);
      if (!passages.read(sources)) {
        return ExitCode.NO_INPUT.code();
      }
      complete = sources.problems().isEmpty() && passages.isComplete();
      findings =
          GlossaryFindings.of(
              named,
              Optional.of(passages.language()).filter(language -> !language.equals("und")),
              passages.passages().stream().map(Passage::text).toList());
    }
    print(findings, console);
    boolean sound =
        complete
            && findings.stream()
                .allMatch(finding -> finding.kind().severity() == GlossaryFinding.Severity.INFO);
    return (sound ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
  }

  private void print(List<GlossaryFinding> findings, Console console) {
    if (json) {
      Json.print(environment.out(), findings.stream().map(GlossaryCheckCommand::tree).toList());
    } else {
      findings.forEach(finding -> environment.out().println(line(finding)));
    }
    console.info(
        findings.isEmpty()
            ? "nothing is wrong"
            : findings.size() == 1 ? "1 finding" : findings.size() + " findings");
  }

  private static String line(GlossaryFinding finding) {
    return Texts.printable(
        finding.file()
            + ":"
            + finding.line()
            + ": "
            + finding.kind().severity()
            + " "
            + finding.kind().id()
            + " "
            + finding.message());
  }

  private static Map<String, Object> tree(GlossaryFinding finding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", finding.kind().id());
    tree.put("severity", finding.kind().severity().name().toLowerCase(Locale.ROOT));
    tree.put("file", finding.file().toString());
    tree.put("line", finding.line());
    tree.put("message", finding.message());
    return tree;
  }
}
