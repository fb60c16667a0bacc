package dev.yiben.inference.llamacpp;

import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.load.LlamaCppSettings;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that answers one request into a file and prints nothing itself. */
final class OneAnswer {
  private OneAnswer() {}

  /** Runs with the file for the answer. */
  public static void main(String[] args) throws Exception {
    try (LlamaCppEngine engine = LlamaCppEngine.open(LlamaCppSettings.of(DemoModel.FILE))) {
      String answer =
          engine
              .generate(DemoModel.request(DemoModel.TWO_LINES, 100), GenerationListener.NONE)
              .text();
      Files.writeString(Path.of(args[0]), answer);
    }
    System.exit(0);
  }
}
