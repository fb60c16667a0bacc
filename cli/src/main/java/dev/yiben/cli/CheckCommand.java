package dev.yiben.cli;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.Problem;
import dev.yiben.formats.format.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the translations that games have already, whoever made them. */
@Command(
    name = "translate check",
    description =
        "Checks the translations that games have already, and prints what is wrong, a line each.",
    customSynopsis = "translate check [OPTIONS] GAME...",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANG",
      split = ",",
      converter = LanguageTag.Converter.class,
      description = "Check the translations into this language only; default: all that are there.")
  private List<LanguageTag> to = List.of();

  @Mixin private final GameOptions games = new GameOptions();

  @Parameters(
      paramLabel = "GAME",
      arity = "1..*",
      description =
          "Folders of games, or with games in them; also a folder in a game's tl/, or a file of one.")
  private List<Path> paths = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "warning|error|never",
      defaultValue = "error",
      description = "Problems that make the exit code 1; default: error.")
  private FailOn failOn;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  CheckCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    games.requireValid(to.size());
    FormatRegistry formats = FormatRegistry.load();
    Console console = consoleOptions.console(environment);
    SourceFiles sources =
        new SourceFiles(environment, formats, projects(formats), Optional.empty());
    paths.forEach(sources::add);
    sources.problems().forEach(console::error);
    List<SourceProject> projects =
        sources.found().stream()
            .filter(SourceProject.class::isInstance)
            .map(SourceProject.class::cast)
            .toList();
    if (projects.isEmpty()) {
      console.error("nothing to check is there: only translations of Ren'Py games can be checked");
      return ExitCode.NO_INPUT.code();
    }
    if (projects.stream().noneMatch(CheckCommand::hasTranslation)) {
      console.error("nothing to check is there: no game has a translation" + into());
      return ExitCode.NO_INPUT.code();
    }
    Set<Problem> problems = new LinkedHashSet<>();
    boolean complete = sources.problems().isEmpty();
    for (SourceProject project : projects) {
      complete &= check(project, problems, console);
    }
    print(List.copyOf(problems), console);
    boolean incomplete = failOn.fails(problems) || !complete;
    return (incomplete ? ExitCode.INCOMPLETE : ExitCode.DONE).code();
  }

  private static boolean hasTranslation(SourceProject source) {
    return source.translations().stream().anyMatch(t -> t.project().hasTranslation());
  }

  private String into() {
    return to.isEmpty()
        ? ""
        : " into " + to.stream().map(LanguageTag::tag).collect(Collectors.joining(" or "));
  }

  /** Adds the problems of a project, and returns whether all of it could be read. */
  private static boolean check(SourceProject source, Set<Problem> problems, Console console) {
    for (SourceProject.Translation translation : source.translations()) {
      Project project = translation.project();
      project.notices().forEach(notice -> console.detail(source.path() + ": " + notice));
      try {
        project.problems().stream().map(problem -> asNamed(problem, source)).forEach(problems::add);
      } catch (DocumentException e) {
        console.error(e.getMessage());
        return false;
      }
    }
    return true;
  }

  private static Problem asNamed(Problem problem, SourceProject source) {
    return new Problem(
        problem.id(),
        problem.severity(),
        source.asNamed(problem.file()),
        problem.line(),
        problem.place(),
        problem.message());
  }

  private Projects projects(FormatRegistry formats) {
    FormatOptions all = games.in(FormatOptions.DEFAULT);
    List<FormatOptions> options =
        to.isEmpty()
            ? List.of(all)
            : to.stream().distinct().map(language -> all.into(language.tag())).toList();
    return new Projects(formats, Optional.empty(), options, false);
  }

  private void print(List<Problem> problems, Console console) {
    long errors = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
    long warnings = problems.size() - errors;
    if (json) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("errors", errors);
      tree.put("warnings", warnings);
      tree.put("problems", problems.stream().map(CheckCommand::json).toList());
      Json.print(environment.out(), tree);
    } else {
      problems.forEach(problem -> environment.out().println(line(problem)));
    }
    console.info(
        problems.isEmpty()
            ? "no problems"
            : count(errors, "error") + ", " + count(warnings, "warning"));
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String line(Problem problem) {
    List<String> words = new ArrayList<>();
    words.add(problem.file() + ":" + problem.line() + ":");
    words.add(problem.severity().name());
    words.add(problem.id());
    if (!problem.place().isEmpty()) {
      words.add(problem.place() + ":");
    }
    words.add(problem.message());
    return Texts.printable(String.join(" ", words));
  }

  private static Map<String, Object> json(Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", problem.id());
    json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    json.put("file", problem.file().toString());
    json.put("line", problem.line());
    json.put("place", problem.place());
    json.put("message", problem.message());
    return json;
  }
}
