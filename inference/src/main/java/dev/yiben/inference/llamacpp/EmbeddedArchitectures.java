package dev.yiben.inference.llamacpp;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.gguf.GgufHeader;
import dev.yiben.inference.load.ModelFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The kinds of models that the embedded llama.cpp can translate with. */
final class EmbeddedArchitectures {
  private static final String LIST = "architectures.txt";
  private static final String WAY_OUT =
      "run it with a newer llama.cpp ('translate runtime install', see docs/runtime.md), or choose"
          + " a model such as Qwen2.5-7B-Instruct or Gemma 3";

  private EmbeddedArchitectures() {}

  /**
   * Reads the header of a model and of all its parts.
   *
   * @throws InferenceException if a file is wrong or the architecture is not supported
   */
  static ModelFile open(Path model) {
    ModelFile file = ModelFile.open(model);
    GgufHeader header = file.header();
    String architecture = header.architecture();
    if (!names().contains(architecture)) {
      throw new InferenceException(
          Category.USER,
          header.file()
              + ": the embedded llama.cpp (b4916) cannot translate with a model of the architecture"
              + " '"
              + architecture
              + "'; "
              + WAY_OUT);
    }
    return file;
  }

  static boolean contains(String architecture) {
    return names().contains(architecture);
  }

  private static List<String> names() {
    try (InputStream in = EmbeddedArchitectures.class.getResourceAsStream(LIST);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
