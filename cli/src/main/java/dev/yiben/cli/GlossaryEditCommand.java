package dev.yiben.cli;

import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.edit.GlossaryEditor;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens a glossary in the user's editor and takes the text only if it is a glossary. */
@Command(
    name = "edit",
    description = {
      "Opens a glossary in $VISUAL or $EDITOR. The text is taken if it is a glossary; else the"
          + " fault is told and the editor opens again, or all stays as it was."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class GlossaryEditCommand implements Callable<Integer> {
  private final Environment environment;
  @Mixin private final GlossaryOption glossary = new GlossaryOption();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  GlossaryEditCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    consoleOptions.requireValid();
    if (environment.columns() == 0) {
      throw new UsageException(
          "there is no terminal for an editor; 'translate glossary add' and 'remove' need none");
    }
    Console console = consoleOptions.console(environment);
    Path file = glossary.changed(environment);
    String before = Files.exists(file) ? read(file) : "";
    Path draft = Files.createTempFile("glossary-", ".yaml");
    Files.writeString(draft, before);
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
    while (true) {
      runEditor(draft);
      Optional<String> fault = fault(file, draft);
      if (fault.isEmpty()) {
        return taken(console, file, before, draft).code();
      }
      console.error(fault.get());
      environment.err().print("Edit again? [Y/n] ");
      environment.err().flush();
      String answer = answers.readLine();
      if (answer == null || answer.strip().toLowerCase(Locale.ROOT).startsWith("n")) {
        console.info(file + " stays as it was; your text is in " + draft);
        return ExitCode.USAGE.code();
      }
    }
  }

  private ExitCode taken(Console console, Path file, String before, Path draft) throws IOException {
    String after = read(draft);
    if (after.equals(before)) {
      console.info("nothing was changed");
    } else if (!(Files.exists(file) ? read(file) : "").equals(before)) {
      throw new UsageException(
          file + ": somebody else has changed it meanwhile; your text is in " + draft);
    } else {
      GlossaryStore.write(file, after);
      environment.out().println(file);
    }
    Files.delete(draft);
    return ExitCode.DONE;
  }

  private static Optional<String> fault(Path file, Path draft) throws IOException {
    try {
      GlossaryEditor.of(file, read(draft));
      return Optional.empty();
    } catch (GlossaryException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new GlossaryException(file, "the glossary is not UTF-8 text; save it as UTF-8");
    }
  }

  private void runEditor(Path draft) throws IOException {
    String editor =
        environment
            .variable("VISUAL")
            .or(() -> environment.variable("EDITOR"))
            .orElse(File.separatorChar == '\\' ? "notepad" : "vi");
    // A shell, since people have options in these variables, such as "code --wait".
    List<String> command =
        File.separatorChar == '\\'
            ? List.of("cmd", "/c", editor + " \"" + draft + "\"")
            : List.of("/bin/sh", "-c", editor + " \"$1\"", "sh", draft.toString());
    try {
      int code = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (code != 0) {
        throw new UsageException(
            "the editor '" + editor + "' ended with " + code + "; set EDITOR to another one");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("interrupted; your text is in " + draft, e);
    }
  }
}
