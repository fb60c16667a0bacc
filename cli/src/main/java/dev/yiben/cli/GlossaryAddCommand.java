package dev.yiben.cli;

import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a term or a character to a glossary. */
@Command(
    name = "add",
    description = "Adds a term, or a character, to a glossary; comments and order stay.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossaryAddCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "The term in the source.")
  private String source;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TARGET",
      description = "Its translation; not needed for what stays as it is, and for characters.")
  private Optional<String> target = Optional.empty();

  @Option(names = "--note", paramLabel = "TEXT", description = "What a translator should know.")
  private String note = "";

  @Option(
      names = "--forbid",
      paramLabel = "TEXT",
      description = "A translation that must not occur; repeat it for several.")
  private List<String> forbidden = List.of();

  @Option(names = "--case-sensitive", description = "Letter case must match.")
  private boolean caseSensitive;

  @Option(names = "--within-words", description = "It may stand within other words.")
  private boolean withinWords;

  @Option(names = "--regex", description = "The source is a regular expression.")
  private boolean regex;

  @Option(names = "--keep", description = "It stays as it is, untranslated.")
  private boolean keep;

  @Option(names = "--character", description = "It is the name of a character.")
  private boolean character;

  @Option(names = "--gender", paramLabel = "TEXT", description = "A character's gender.")
  private String gender = "";

  @Option(names = "--speech", paramLabel = "TEXT", description = "How a character speaks.")
  private String speech = "";

  @Option(names = "--replace", description = "Replace what is there for the same source.")
  private boolean replace;

  @Mixin private final GlossaryOption glossary = new GlossaryOption();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossaryAddCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    boolean person = character || !gender.isEmpty() || !speech.isEmpty();
    requireValid(person);
    Path file = glossary.changed(environment);
    GlossaryMerge merge = new GlossaryMerge(GlossaryStore.edit(file), replace);
    if (person) {
      merge.add(new Persona(source, target.orElse(""), gender, speech, note));
    } else {
      merge.add(
          new Term(
              source,
              keep ? source : target.orElseThrow(),
              note,
              caseSensitive,
              !withinWords,
              regex,
              keep,
              forbidden));
    }
    Console console = consoleOptions.console(environment);
    if (!merge.conflicts().isEmpty()) {
      throw new UsageException(merge.conflicts().get(0) + "; --replace takes the new one");
    }
    if (merge.changes() == 0) {
      console.info("it is there already");
      return ExitCode.DONE.code();
    }
    GlossaryStore.write(file, merge.text());
    environment.out().println(file);
    return ExitCode.DONE.code();
  }

  private void requireValid(boolean person) {
    if (person && (regex || keep || caseSensitive || withinWords || !forbidden.isEmpty())) {
      throw new UsageException(
          "a character has a gender, a way to speak and a note; the other options are for terms");
    }
    if (!person && target.isEmpty() && !keep) {
      throw new UsageException("name the TARGET, or --keep for what stays as it is");
    }
    if (keep && target.isPresent()) {
      throw new UsageException("what stays as it is (--keep) has no TARGET");
    }
  }
}
