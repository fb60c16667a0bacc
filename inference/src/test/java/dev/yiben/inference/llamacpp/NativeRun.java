package dev.yiben.inference.llamacpp;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.load.AllKnobs;
import dev.yiben.inference.load.DraftSettings;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.load.LoraSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs of the engine in a process of their own, since llama.cpp writes its log to the process's
 * standard error as well.
 */
final class NativeRun {
  /** What a process asks. */
  enum Scenario {
    ALL_KNOBS,
    DEFAULTS,
    DRAFT,
    UNSURE_DRAFT,
    LORA,
    STREAMS
  }

  private NativeRun() {}

  /**
   * Runs a scenario.
   *
   * @return the native log
   */
  static String log(Scenario scenario, Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NativeRun.class.getName(),
                scenario.name(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    if (!process.waitFor(240, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(
          Files.readString(folder.resolve("out"), StandardCharsets.ISO_8859_1));
    }
    // A token of the log may be half a character.
    return Files.readString(folder.resolve("native.log"), StandardCharsets.ISO_8859_1);
  }

  /** Runs with the name of a scenario and the folder for the log and what was said of caching. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    Scenario scenario = Scenario.valueOf(args[0]);
    LlamaCppSettings settings =
        settings(scenario, folder).withNativeLog(folder.resolve("native.log"));
    try (LlamaCppEngine engine = LlamaCppEngine.open(settings)) {
      List<String> cached = new ArrayList<>();
      if (scenario == Scenario.STREAMS) {
        Conversation one = new Conversation("one");
        Conversation two = new Conversation("two");
        for (String line : List.of("The old keeper sleeps.", "The boy opens the door.", "Yes.")) {
          cached.add(one.ask(engine, line));
          cached.add(two.ask(engine, "1|" + line));
        }
        cached.add(new Conversation("").ask(engine, "The old keeper sleeps."));
        cached.add(two.ask(engine, "The girl sees the sea."));
      } else {
        cached.add(new Conversation("one").ask(engine, DemoModel.TWO_LINES));
      }
      Files.write(folder.resolve("cached"), cached);
    }
    System.exit(0);
  }

  private static LlamaCppSettings settings(Scenario scenario, Path folder) {
    LlamaCppSettings settings = LlamaCppSettings.of(DemoModel.FILE);
    DraftSettings draft = new DraftSettings(DemoModel.FILE, 8, 2, 0.5, 300, 0);
    return switch (scenario) {
      case DEFAULTS -> settings;
      case ALL_KNOBS -> AllKnobs.turned(settings);
      case DRAFT -> settings.with(draft);
      case UNSURE_DRAFT -> settings.with(new DraftSettings(DemoModel.FILE, 8, 2, 1, 300, 0));
      case LORA -> settings.with(new LoraSettings(folder.resolve("lora.gguf"), 0.5));
      case STREAMS -> settings.withSlots(3);
    };
  }

  /** A stream that grows by a question and its answer each time. */
  private static final class Conversation {
    private final String stream;
    private final List<ChatMessage> messages = new ArrayList<>();

    Conversation(String stream) {
      this.stream = stream;
    }

    /** Asks, and returns how many tokens the engine says were cached. */
    String ask(LlamaCppEngine engine, String line) throws InterruptedException {
      messages.add(ChatMessage.user(line));
      GenerationResult result =
          engine.generate(
              new GenerationRequest(messages, Optional.empty(), Sampling.greedy(), 100, stream),
              GenerationListener.NONE);
      messages.add(ChatMessage.assistant(result.text()));
      return result.tokens().prompt() + " " + result.tokens().cached();
    }
  }
}
