package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.server.StandInProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command with a llama-server of the user's. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class ManagedServerTest {
  private Workspace workspace;
  private StandInProgram program;

  @BeforeEach
  void createWorkspace(@TempDir Path folder) throws Exception {
    workspace = new Workspace(folder).with("YIBEN_TO", "zh").with("NO_COLOR", "1");
    workspace.writeSubtitles("a.srt", "The keeper opens the door.", "The lamp is out.");
    program = new StandInProgram(Files.createDirectories(folder.resolve("llama.cpp")));
  }

  @Test
  void translatesAndLeavesNoServerBehind() throws Exception {
    assertThat(run("-v"))
        .succeeded()
        .outIsPaths(workspace.path("a.zh.srt"))
        .errContains("engine: llama-server")
        .errContains("llama-server: 9999 (stand-in)");

    assertThat(Files.readString(workspace.path("a.zh.srt"))).contains("门开了。");
    assertThat(workspace.path("job").resolve("llama-server.log")).isNotEmptyFile();
    assertThat(program.anyAlive()).isFalse();
  }

  @Test
  void showsWhatAServerWroteThatDoesNotStart() throws Exception {
    program.that("dies-at-start", "loading\nerror: this is no model");

    assertThat(run())
        .endedWith(ExitCode.ENGINE)
        .outIsEmpty()
        .errContains("warning: llama-server ended at its start (exit code 1); it wrote last:")
        .errContains("warning: | error: this is no model")
        .errContains("error: " + program.program() + " ended by itself");
  }

  @Test
  void finishesWithAServerThatDiesInTheMiddle() throws Exception {
    program.that("dies-after", "1");
    workspace.writeSubtitles(
        "a.srt", "The keeper opens the door.", "The lamp is out.", "The boy sleeps.", "It rains.");

    assertThat(run("--batch-tokens", "20"))
        .succeeded()
        .errContains("llama-server died (aborted) and is started again")
        .errContains("a.srt: 4 translated");
    assertThat(program.anyAlive()).isFalse();
  }

  @Test
  void saysWhereToGetAMissingServer() {
    assertThat(
            workspace
                .with("PATH", "/nowhere")
                .run("a.srt", "--engine", "llama-server", "--model", model()))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("There is no llama-server on the PATH", "--llama-server");
  }

  private Outcome run(String... options) {
    String[] command = {
      "a.srt",
      "--engine",
      "llama-server",
      "--llama-server",
      program.program().toString(),
      "--model",
      model(),
      "--job-dir",
      "job"
    };
    String[] all = new String[command.length + options.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(options, 0, all, command.length, options.length);
    return workspace.run(all);
  }

  private String model() {
    return program.program().resolveSibling("model.gguf").toString();
  }
}
