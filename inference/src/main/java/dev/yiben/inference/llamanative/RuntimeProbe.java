package dev.yiben.inference.llamanative;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.libllama.ComputeDevice;
import dev.yiben.inference.libllama.LlamaLibrary;
import dev.yiben.inference.load.ModelFile;
import dev.yiben.inference.machine.GraphicsCard;
import dev.yiben.inference.runtime.RuntimeLibraries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells what libraries of llama.cpp can do on this machine, without loading a whole model. */
public final class RuntimeProbe {
  private final LlamaLibrary library;

  private RuntimeProbe(LlamaLibrary library) {
    this.library = library;
  }

  /**
   * Loads the libraries, which stay in the process.
   *
   * @throws InferenceException if they cannot be loaded or are of an unknown version
   */
  public static RuntimeProbe of(RuntimeLibraries libraries) {
    return new RuntimeProbe(LlamaLibrary.load(libraries));
  }

  /** Returns llama.cpp's version as the library tells it, such as {@code 0.5.0}. */
  public String version() {
    return library.version();
  }

  /** Returns all that it can compute on, with the memory that is free there now. */
  public List<ComputeDevice> devices() {
    return library.devices();
  }

  /** Returns the graphics cards among the devices. */
  public List<GraphicsCard> graphicsCards() {
    return devices().stream()
        .filter(device -> device.kind() == ComputeDevice.Kind.GRAPHICS_CARD)
        .map(
            device ->
                new GraphicsCard(device.description(), device.totalMemory(), device.freeMemory()))
        .toList();
  }

  /**
   * Returns why a model cannot be loaded and what to do, in one line; empty if its architecture and
   * its vocabulary are known.
   */
  public Optional<String> problem(Path model) {
    try {
      ModelFile.open(model);
      library.loadModel(model, library.modelParameters().vocabularyOnly()).close();
      return Optional.empty();
    } catch (InferenceException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
