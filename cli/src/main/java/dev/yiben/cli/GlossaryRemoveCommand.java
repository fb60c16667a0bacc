package dev.yiben.cli;

import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Term;
import dev.yiben.glossary.edit.GlossaryEditor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes terms and characters from a glossary. */
@Command(
    name = "remove",
    description = "Removes terms and characters from a glossary; comments and order stay.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossaryRemoveCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "As the glossary has it.")
  private List<String> sources;

  @Mixin private final GlossaryOption glossary = new GlossaryOption();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossaryRemoveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    Path file = glossary.changed(environment);
    GlossaryEditor editor = GlossaryEditor.of(file);
    for (String source : sources) {
      if (remove(editor, source) == 0) {
        throw new UsageException(
            file + ": there is no \"" + source + "\"; 'translate glossary list' shows what is");
      }
    }
    GlossaryStore.write(file, editor.text());
    environment.out().println(file);
    return ExitCode.DONE.code();
  }

  private static int remove(GlossaryEditor editor, String source) {
    List<Term> terms =
        editor.terms().stream().filter(term -> term.source().equals(source)).toList();
    List<Persona> personas =
        editor.personas().stream().filter(persona -> persona.name().equals(source)).toList();
    terms.forEach(editor::remove);
    personas.forEach(editor::remove);
    return terms.size() + personas.size();
  }
}
