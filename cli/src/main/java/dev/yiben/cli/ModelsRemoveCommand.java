package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.models.Catalogue;
import dev.yiben.inference.models.InstalledModel;
import dev.yiben.inference.models.ModelFolder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes models from the folder of models. */
@Command(
    name = "remove",
    description =
        "Removes models, and what there is of unfinished ones, from the folder of models.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ModelsRemoveCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "As 'translate models' shows it.")
  private List<String> names;

  @Mixin private final Confirmation confirmation = new Confirmation();

  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  ModelsRemoveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    consoleOptions.requireValid();
    Console console = consoleOptions.console(environment);
    ModelFolder folder = new ModelFolder(Engines.modelFolder(environment));
    for (String name : names) {
      remove(console, folder, name);
    }
    return ExitCode.DONE.code();
  }

  private void remove(Console console, ModelFolder folder, String name) {
    Optional<InstalledModel> model = folder.find(name, Catalogue.load());
    Optional<String> unfinished =
        folder.unfinished().stream()
            .filter(file -> file.equals(name) || file.equals(name + ".gguf"))
            .findFirst();
    if (model.isPresent()) {
      String what =
          model.get().name()
              + " ("
              + Sizes.text(model.get().size())
              + (model.get().files().size() > 1
                  ? " in " + model.get().files().size() + " files"
                  : "")
              + ")";
      confirmation.require(environment, what);
      folder.remove(model.get());
      console.info("removed " + what);
    } else if (unfinished.isPresent()) {
      confirmation.require(environment, "what is there of " + unfinished.get());
      folder.removeUnfinished(unfinished.get());
      console.info("removed what was there of " + unfinished.get());
    } else {
      throw new InferenceException(
          InferenceException.Category.USER,
          "There is no model '"
              + name
              + "' in "
              + folder.path()
              + "; 'translate models' lists them");
    }
  }
}
