package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;

import dev.yiben.inference.gguf.GgufBuilder;
import dev.yiben.inference.gguf.RandomModel;
import dev.yiben.inference.runtime.RuntimeForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which engine is taken where the user names none, and what is told of it. */
class EngineChooserTest {
  private static final String DEMO =
      Path.of("../samples/demo-model/demo-en-zh.gguf").toAbsolutePath().normalize().toString();

  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root).with("YIBEN_TO", "zh").with("NO_COLOR", "1");
    workspace.writeSubtitles("a.srt", "The keeper opens the door.");
  }

  private Path unknownModel() throws IOException {
    return Files.write(
        workspace.path("new.gguf"),
        new GgufBuilder().text("general.architecture", "qwen9").bytes());
  }

  @Test
  void takesTheRuntimeForAModelThatTheEmbeddedEngineDoesNotKnow() throws IOException {
    withRuntime();
    RandomModel.qwen35(workspace.path("new.gguf"));

    assertThat(workspace.run("a.srt", "-v", "--model", "new.gguf", "--fail-on", "never"))
        .succeeded()
        .errContains("engine: llama-native (the embedded llama.cpp does not know the architecture")
        .errContains("'qwen35'");
    assertThat(workspace.run("models", "info", "./new.gguf"))
        .succeeded()
        .outContains("embedded engine: does not know the architecture 'qwen35'")
        .outContains("runtime:         loads it");
    assertThat(workspace.run("doctor", "--model", "new.gguf"))
        .succeeded()
        .outContains("ok       runtime")
        .outContains("llama-native: fits");
  }

  @Test
  void anArchitectureUnknownToBothIsRefusedByName() throws IOException {
    withRuntime();
    unknownModel();

    assertThat(workspace.run("a.srt", "--model", "new.gguf"))
        .endedWith(ExitCode.ENGINE)
        .outIsEmpty()
        .errIsOneErrorWith("'qwen9'");
    assertThat(workspace.run("doctor", "--model", "new.gguf"))
        .endedWith(ExitCode.ENGINE)
        .outContains("problem  model ")
        .outContains("'qwen9'");
  }

  @Test
  void staysWithTheEmbeddedEngineWhereNothingAsksForMore() {
    withRuntime();

    assertThat(workspace.run("a.srt", "-v", "--model", DEMO))
        .succeeded()
        .errContains("engine: llama, model:");
  }

  @Test
  void theUserHasTheLastWord() {
    withRuntime();

    assertThat(workspace.run("a.srt", "-v", "--model", DEMO, "--engine", "llama-native"))
        .succeeded()
        .errContains("engine: llama-native, model:");
  }

  @Test
  void namesTheWayToARuntime() throws IOException {
    unknownModel();

    assertThat(workspace.run("a.srt", "--model", "new.gguf", "--engine", "llama"))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("'qwen9'", "translate runtime install");
  }

  @Test
  void goesOnWithTheEmbeddedEngineIfTheRuntimeIsGone() {
    workspace.with("YIBEN_LLAMA_RUNTIME", workspace.path("gone").toString());

    assertThat(workspace.run("a.srt", "-v", "--model", DEMO))
        .succeeded()
        .errContains("engine: llama (a newer llama.cpp cannot be used: ")
        .errContains("the folder holds no libllama");
    assertThat(workspace.run("doctor")).succeeded().outContains("warning  runtime");
    assertThat(workspace.run("doctor", "--engine", "llama-native"))
        .endedWith(ExitCode.ENGINE)
        .outContains("problem  runtime");
    assertThat(workspace.run("a.srt", "--model", DEMO, "--engine", "llama-native"))
        .endedWith(ExitCode.ENGINE)
        .errContains("the folder holds no libllama");
  }

  private void withRuntime() {
    workspace.with(
        "YIBEN_LLAMA_RUNTIME",
        RuntimeForTests.required().folder().toAbsolutePath().normalize().toString());
  }
}
