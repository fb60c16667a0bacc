package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.models.Catalogue;
import dev.yiben.inference.models.InstalledModel;
import dev.yiben.inference.models.ModelFolder;
import dev.yiben.inference.models.ModelLocator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user means by a model: a file that is there, an entry of the catalogue, or both.
 *
 * @param file the file, or the first part of a split model
 * @param size bytes of all its files; 0 if it is not there
 */
record ModelReference(Optional<Path> file, long size, Optional<Catalogue.Entry> entry) {

  /**
   * Finds what is meant.
   *
   * @throws InferenceException if there is no such model
   */
  static ModelReference of(Environment environment, String model) {
    Catalogue catalogue = Catalogue.load();
    ModelFolder folder = new ModelFolder(Engines.modelFolder(environment));
    Optional<InstalledModel> installed = folder.find(model, catalogue);
    if (installed.isPresent()) {
      return of(installed.get(), catalogue);
    }
    if (!EngineOptions.isFile(model) && catalogue.model(model).isPresent()) {
      return new ModelReference(Optional.empty(), 0, Optional.of(catalogue.entry(model)));
    }
    Path file =
        new ModelLocator(folder.path(), environment.home())
            .locate(
                Optional.of(
                    EngineOptions.isFile(model)
                        ? environment.resolve(Path.of(model)).toString()
                        : model));
    Path parent = file.toAbsolutePath().getParent();
    return new ModelFolder(parent)
        .models().stream()
            .filter(m -> m.file().toAbsolutePath().equals(file.toAbsolutePath()))
            .findFirst()
            .map(m -> of(m, catalogue))
            .orElseGet(() -> new ModelReference(Optional.of(file), size(file), Optional.empty()));
  }

  static ModelReference of(InstalledModel model, Catalogue catalogue) {
    return new ModelReference(
        Optional.of(model.file()), model.size(), catalogue.entryOf(model.file()));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (java.io.IOException e) {
      return 0;
    }
  }
}
