package dev.yiben.cli;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.GlossaryReader;
import dev.yiben.glossary.extract.Candidate;
import dev.yiben.glossary.extract.ExtractionLimits;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.terms.Proposal;
import dev.yiben.pipeline.terms.TermProposer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proposes terms for a glossary from documents. */
@Command(
    name = "extract",
    description = {
      "Proposes terms of documents: names, speakers and recurring compounds, most frequent first.",
      "With a model, an engine or an endpoint also what they are and how to translate them."
    },
    customSynopsis = "translate glossary extract [OPTIONS] FILE|DIR...",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossaryExtractCommand implements Callable<Integer> {
  private static final int MOST_PARALLEL = 64;

  private final Environment environment;
  @Mixin private final InputOptions input = new InputOptions();

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANG",
      converter = LanguageTag.Converter.class,
      description = "Language of the files; default: what each declares, or is detected as.")
  private Optional<LanguageTag> from = Optional.empty();

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANG",
      split = ",",
      converter = LanguageTag.Converter.class,
      description = "Language to translate the terms into; needed where a model is asked.")
  private List<LanguageTag> to = List.of();

  @Option(
      names = "--least-count",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How often a name must occur at least, compounds twice as often; default:"
              + " ${DEFAULT-VALUE}.")
  private int leastCount;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many terms are proposed at most; default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(
      names = "--votes",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How often a model is asked about a term at most, each time with other sentences; what"
              + " most answers say is taken. Default: ${DEFAULT-VALUE}.")
  private int votes;

  @Option(names = "--counts-only", description = "Ask no model, even if one is configured.")
  private boolean countsOnly;

  @Mixin private final ExtractedTermsOutput output = new ExtractedTermsOutput();
  @Mixin private final GlossaryOption glossary = new GlossaryOption();
  @Mixin private final EngineOptions engine = new EngineOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossaryExtractCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    boolean asks = !countsOnly && engine.isChosen();
    requireValid(asks);
    Console console = consoleOptions.console(environment);
    ExtractedPassages passages =
        new ExtractedPassages(
            console, FormatRegistry.load(), from.map(LanguageTag::tag), input.format());
    SourceFiles sources =
        passages.find(environment, FormatOptions.DEFAULT.into(target())).add(input);
    sources.problems().forEach(console::error);
    if (sources.found().isEmpty() || !passages.read(sources)) {
      return ExitCode.NO_INPUT.code();
    }
    List<Candidate> candidates =
        passages.candidates(new ExtractionLimits(leastCount, most, 3 * votes), known());
    if (candidates.isEmpty()) {
      console.info("no terms were found");
      return ExitCode.DONE.code();
    }
    try {
      List<ExtractedTerm> terms =
          asks
              ? ExtractedTerm.ofProposals(propose(candidates, passages.language(), console))
              : ExtractedTerm.of(candidates);
      output.write(
          terms,
          asks,
          Optional.of(passages.language()),
          to.stream().findFirst().map(LanguageTag::tag),
          environment,
          console);
      boolean complete = sources.problems().isEmpty() && passages.isComplete();
      return (complete ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED.code();
    }
  }

  private void requireValid(boolean asks) {
    UsageException.requireAtLeast(1, "--least-count", leastCount);
    UsageException.requireAtLeast(1, "--most", most);
    UsageException.requireAtLeast(1, "--votes", votes);
    if (input.inputs().isEmpty() && input.filesFrom().isEmpty()) {
      throw new UsageException("no files are given (see translate glossary extract --help)");
    }
    if (asks) {
      engine.requireValid();
      if (to.size() != 1) {
        throw new UsageException("name one language with --to, into which terms are translated");
      }
    }
    output.requireValid(environment, asks);
  }

  private String target() {
    return to.isEmpty() ? "und" : to.get(0).tag();
  }

  /** What the glossaries have already need not be proposed. */
  private Glossary known() {
    List<Path> files =
        Stream.concat(
                glossary.all(environment).stream(),
                output.merged().map(environment::resolve).stream())
            .filter(Files::exists)
            .distinct()
            .toList();
    return files.isEmpty() ? Glossary.empty() : GlossaryReader.read(files);
  }

  private List<Proposal> propose(List<Candidate> candidates, String language, Console console)
      throws InterruptedException {
    EngineChoice choice = new EngineChooser(environment, engine).choose();
    try (InferenceEngine opened =
        new Engines(environment, console).open(choice, engine, Optional.empty())) {
      if (opened.capabilities().rehearsal()) {
        throw new UsageException("--engine " + choice.kind() + " knows no terms; take a model");
      }
      int parallel = engine.jobs() == 0 ? MOST_PARALLEL : engine.jobs();
      TermProposer proposer =
          new TermProposer(
              opened, new LanguagePair(Optional.of(language), target()), votes, parallel);
      return proposer.propose(
          candidates,
          done -> console.status(done + " of " + candidates.size() + " terms asked about"));
    } finally {
      console.status("");
    }
  }
}
