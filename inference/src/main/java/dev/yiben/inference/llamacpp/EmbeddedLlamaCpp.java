package dev.yiben.inference.llamacpp;

import dev.yiben.inference.InferenceException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells what the embedded llama.cpp can do here, without loading a model. */
public final class EmbeddedLlamaCpp {
  private EmbeddedLlamaCpp() {}

  /** Returns the version. */
  public static String version() {
    return LlamaCppEngine.NAME;
  }

  /** Returns why a model cannot be loaded and what to do, in one line; empty if it can be. */
  public static Optional<String> problem(Path model) {
    try {
      EmbeddedArchitectures.open(model);
      return Optional.empty();
    } catch (InferenceException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Returns whether a model of an architecture can be loaded. */
  public static boolean knows(String architecture) {
    return EmbeddedArchitectures.contains(architecture);
  }

  /** Returns why the native library cannot be loaded and what to do; empty if it is loaded. */
  public static Optional<String> libraryProblem() {
    try {
      NativeLibrary.require();
      return Optional.empty();
    } catch (InferenceException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the folder of the user's own native library, if one is named. */
  public static Optional<Path> ownLibrary() {
    return Optional.ofNullable(System.getProperty(NativeLibrary.OWN_LIBRARY)).map(Path::of);
  }
}
