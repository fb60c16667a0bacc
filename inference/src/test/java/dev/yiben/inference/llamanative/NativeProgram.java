package dev.yiben.inference.llamanative;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.libllama.GivingUp;
import dev.yiben.inference.llamacpp.LlamaCppEngine;
import dev.yiben.inference.load.AllKnobs;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.LoraSettings;
import dev.yiben.inference.runtime.RuntimeLibraries;
import dev.yiben.inference.runtime.Runtimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Does something with llama.cpp's libraries in a process of its own, which takes one set of them,
 * and says how it went in a file.
 */
public final class NativeProgram {
  /** What is done. */
  enum Scenario {
    DEFAULTS,
    ALL_KNOBS,
    LORA,
    BESIDE_THE_EMBEDDED_ENGINE,
    TWO_FOLDERS,
    GIVE_UP,
    LONG_RUN
  }

  private static final Path DEMO_MODEL = Path.of("../samples/demo-model/demo-en-zh.gguf");

  private NativeProgram() {}

  /**
   * Runs a scenario and returns what it said, one thing a line.
   *
   * @param runtime the folder of the libraries
   * @param options for the virtual machine
   */
  static List<String> run(Scenario scenario, Path runtime, Path folder, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            NativeProgram.class.getName(),
            scenario.name(),
            runtime.toString(),
            folder.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    boolean ended = process.waitFor(240, TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(
          (ended ? "Ended with " + process.exitValue() : "Did not end")
              + ": "
              + Files.readString(folder.resolve("out")));
    }
    return Files.readAllLines(folder.resolve("said"));
  }

  /** Runs with the name of a scenario, the folder of the libraries and one for what comes out. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[2]);
    List<String> said = new ArrayList<>();
    try {
      run(Scenario.valueOf(args[0]), libraries(Path.of(args[1])), folder, said);
    } catch (InferenceException e) {
      said.add(e.category() + ": " + e.getMessage());
    }
    Files.write(folder.resolve("said"), said);
    System.exit(0);
  }

  private static RuntimeLibraries libraries(Path folder) {
    return Runtimes.of(Path.of("none"), Map.of()).named(folder.toString()).libraries();
  }

  private static void run(
      Scenario scenario, RuntimeLibraries libraries, Path folder, List<String> said)
      throws Exception {
    LlamaCppSettings settings =
        settings(scenario, folder).withNativeLog(folder.resolve("native.log"));
    switch (scenario) {
      case DEFAULTS, ALL_KNOBS, LORA, LONG_RUN -> {
        try (LlamaNativeEngine engine = LlamaNativeEngine.open(libraries, settings)) {
          said.add(answer(engine));
          if (scenario == Scenario.LONG_RUN) {
            said.add(engine.countTokens("-".repeat(60_000)) + "");
            said.add(engine.countTokens("字".repeat(60_000)) + "");
          }
        }
      }
      case BESIDE_THE_EMBEDDED_ENGINE -> {
        LlamaCppSettings demo = LlamaCppSettings.of(DEMO_MODEL);
        try (LlamaCppEngine embedded = LlamaCppEngine.open(demo);
            LlamaNativeEngine engine = LlamaNativeEngine.open(libraries, demo)) {
          for (int i = 0; i < 3; i++) {
            said.add(answer(embedded));
            said.add(answer(engine));
          }
        }
      }
      case TWO_FOLDERS -> {
        try (LlamaNativeEngine engine = LlamaNativeEngine.open(libraries, settings)) {
          said.add(answer(engine));
          try (LlamaNativeEngine other =
              LlamaNativeEngine.open(libraries(folder.resolve("other")), settings)) {
            said.add(answer(other));
          } catch (InferenceException e) {
            said.add(e.category() + ": " + e.getMessage());
          }
          said.add(answer(engine));
        }
      }
      case GIVE_UP -> {
        try (LlamaNativeEngine engine = LlamaNativeEngine.open(libraries, settings)) {
          said.add(answer(engine));
          GivingUp.provoke(libraries);
          said.add(failure(() -> answer(engine)));
          said.add(failure(() -> engine.countTokens("word ".repeat(100)) + ""));
          said.add(failure(() -> answer(LlamaNativeEngine.open(libraries, settings))));
        }
        said.add("closed");
      }
    }
  }

  private interface Attempt {
    String make() throws InterruptedException;
  }

  private static String failure(Attempt attempt) throws InterruptedException {
    try {
      return attempt.make();
    } catch (InferenceException e) {
      return e.category() + ": " + e.getMessage();
    }
  }

  private static String answer(InferenceEngine engine) throws InterruptedException {
    GenerationRequest request =
        new GenerationRequest(
            List.of(
                ChatMessage.user(
                    "1|The old keeper opens the door.\n2|The boy sleeps in the garden.")),
            Optional.empty(),
            Sampling.greedy(),
            100);
    return engine.generate(request, GenerationListener.NONE).text().replace('\n', ' ').strip();
  }

  private static LlamaCppSettings settings(Scenario scenario, Path folder) {
    LlamaCppSettings settings = LlamaCppSettings.of(DEMO_MODEL);
    return switch (scenario) {
      case DEFAULTS, BESIDE_THE_EMBEDDED_ENGINE, TWO_FOLDERS, GIVE_UP -> settings;
      case LONG_RUN -> LlamaCppSettings.of(folder.resolve("model.gguf"));
      case LORA -> settings.with(new LoraSettings(folder.resolve("lora.gguf"), 0.5));
      case ALL_KNOBS -> AllKnobs.turned(settings);
    };
  }
}
