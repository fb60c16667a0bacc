package dev.yiben.cli;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.Problem;
import dev.yiben.formats.format.Project;
import dev.yiben.formats.format.ProjectFile;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.Severity;
import dev.yiben.pipeline.pair.PairChecker;
import dev.yiben.pipeline.pair.PairRule;
import dev.yiben.pipeline.pair.PairSettings;
import dev.yiben.pipeline.report.FileProblem;
import dev.yiben.pipeline.report.JobReport;
import dev.yiben.pipeline.suppression.Suppressions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds translations that are there already and checks them. */
final class CheckRun {
  private final Environment environment;
  private final Console console;
  private final FormatRegistry formats;
  private final PairSettings settings;
  private final FormatOptions options;
  private final List<LanguageTag> to;
  private final boolean texts;
  private final Suppressions suppressions;
  private final PairChecker checker;
  private final CheckSources sources;
  private final List<Path> both = new ArrayList<>();
  private final List<SourceProject> games = new ArrayList<>();
  private boolean complete = true;

  CheckRun(
      Environment environment,
      Console console,
      FormatRegistry formats,
      PairSettings settings,
      FormatOptions options,
      List<LanguageTag> to,
      boolean texts,
      Suppressions suppressions) {
    this.environment = environment;
    this.console = console;
    this.formats = formats;
    this.settings = settings;
    this.options = options;
    this.to = to;
    this.texts = texts;
    this.suppressions = suppressions;
    this.checker = new PairChecker(formats, options, settings);
    this.sources = new CheckSources(environment, formats);
  }

  /** Finds what to check; what is wrong with it is told. */
  ExitCode find(List<Path> paths, Optional<Path> source) {
    if (source.isPresent()) {
      for (Path path : paths) {
        if (Files.exists(environment.resolve(path))) {
          sources.add(path, source.get());
        } else {
          fault(path + ": no such file");
        }
      }
    } else {
      paths.forEach(this::findAlone);
    }
    boolean pairs = !sources.pairs().isEmpty() || !both.isEmpty();
    if (pairs && to.size() > 1) {
      throw new UsageException("--to: files are checked in one language at a time");
    }
    boolean translated =
        games.stream()
            .flatMap(game -> game.translations().stream())
            .anyMatch(translation -> translation.project().hasTranslation());
    boolean unpaired =
        !sources.withoutSource().isEmpty() || !sources.withoutTranslation().isEmpty();
    if (pairs || translated || unpaired) {
      return ExitCode.DONE;
    }
    if (!games.isEmpty()) {
      console.error("nothing to check is there: no game has a translation" + into());
    } else if (complete) {
      console.error("nothing to check is there: no file of a known format");
    }
    return ExitCode.NO_INPUT;
  }

  private void findAlone(Path named) {
    SourceFiles found = new SourceFiles(environment, formats, projects(), Optional.empty());
    Path path = environment.resolve(named);
    if (sources.addBeside(named)) {
      return;
    }
    int before = sources.pairs().size();
    if (Files.isDirectory(path)) {
      sources.addAllBeside(named);
    }
    found.add(named);
    List<SourceProject> projects =
        found.found().stream()
            .filter(SourceProject.class::isInstance)
            .map(SourceProject.class::cast)
            .toList();
    games.addAll(projects);
    if (!projects.isEmpty() || sources.pairs().size() > before) {
      return;
    }
    if (!found.problems().isEmpty()) {
      found.problems().forEach(this::fault);
    } else if (Files.isRegularFile(path) && checker.isBoth(path)) {
      both.add(path);
    } else {
      fault(named + ": nothing to check it against; name what was translated with --source");
    }
  }

  private void fault(String message) {
    console.error(message);
    complete = false;
  }

  private String into() {
    return to.isEmpty()
        ? ""
        : " into " + to.stream().map(LanguageTag::tag).collect(Collectors.joining(" or "));
  }

  private Projects projects() {
    List<FormatOptions> languages =
        to.isEmpty()
            ? List.of(options)
            : to.stream().distinct().map(language -> options.into(language.tag())).toList();
    return new Projects(formats, settings.format(), languages, texts);
  }

  /** Checks what was found. */
  CheckResults check() {
    sources.pairs().forEach(checker::add);
    both.forEach(checker::add);
    List<FileProblem> others = new ArrayList<>(unpaired());
    Set<Problem> problems = new LinkedHashSet<>();
    for (SourceProject game : games) {
      complete &= check(game, problems);
    }
    problems.stream().flatMap(problem -> ofGame(problem).stream()).forEach(others::add);
    List<JobReport> reports = new ArrayList<>();
    checker.results().forEach((language, result) -> reports.add(JobReport.of(language, result)));
    return new CheckResults(reports, others, suppressions, complete);
  }

  private List<FileProblem> unpaired() {
    List<FileProblem> problems = new ArrayList<>();
    sources
        .withoutTranslation()
        .forEach(
            (source, target) ->
                add(PairRule.NO_TARGET_FILE, target, "nothing is there for " + source, problems));
    sources
        .withoutSource()
        .forEach(
            target ->
                add(PairRule.NO_SOURCE_FILE, target, "nothing is there that it is of", problems));
    return problems;
  }

  private void add(PairRule rule, Path file, String message, List<FileProblem> problems) {
    rule.finding(settings.severities(), message)
        .map(finding -> suppressions.apply(finding, file, "", "", ""))
        .map(finding -> new FileProblem(finding, file, OptionalInt.empty(), "", "", ""))
        .ifPresent(problems::add);
  }

  /** Adds the problems of a game, and returns whether all of it could be read. */
  private boolean check(SourceProject game, Set<Problem> problems) {
    for (int i = 0; i < game.translations().size(); i++) {
      SourceProject.Translation translation = game.translations().get(i);
      Project project = translation.project();
      project.notices().forEach(notice -> console.detail(game.path() + ": " + notice));
      try {
        project.problems().stream().map(problem -> asNamed(problem, game)).forEach(problems::add);
      } catch (DocumentException e) {
        console.error(e.getMessage());
        return false;
      }
      for (ProjectFile file : translation.files()) {
        Path target = project.folder().resolve(file.target());
        if (Files.exists(target)) {
          checker.add(file, game.asNamed(target), to.get(i).tag());
        }
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

  private Optional<FileProblem> ofGame(Problem problem) {
    Severity usual =
        switch (problem.severity()) {
          case ERROR -> Severity.ERROR;
          case WARNING -> Severity.WARNING;
        };
    Severity severity = settings.severities().getOrDefault(problem.id(), usual);
    if (severity == Severity.OFF) {
      return Optional.empty();
    }
    Finding finding =
        suppressions.apply(
            new Finding(problem.id(), severity, problem.message()),
            problem.file(),
            problem.place(),
            "",
            "");
    return Optional.of(
        new FileProblem(
            finding, problem.file(), OptionalInt.of(problem.line()), problem.place(), "", ""));
  }
}
