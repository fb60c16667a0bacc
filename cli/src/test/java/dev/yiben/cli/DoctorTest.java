package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;

import dev.yiben.inference.download.FileServer;
import dev.yiben.inference.gguf.GgufBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root);
  }

  @Test
  void looksAtEverythingAndHasNoProblemWithAFreshHome() {
    Outcome outcome = workspace.run("doctor");

    assertThat(outcome).succeeded().errIsEmpty();
    for (String subject :
        new String[] {
          "Java",
          "native library",
          "GPU",
          "memory",
          "model",
          "endpoint",
          "fonts",
          "models folder",
          "state folder",
          "encoding"
        }) {
      Assertions.assertThat(outcome.outLines())
          .anyMatch(line -> line.matches("(ok|warning) +" + subject + " .*"));
    }
    assertThat(outcome).outContains("→ translate models pull qwen2.5-7b");
    Assertions.assertThat(workspace.home("data")).doesNotExist();
  }

  @Test
  void endsWithTheCodeOfTheEngineIfTheModelCannotBeLoaded() throws IOException {
    Path file = workspace.path("new.gguf");
    Files.write(file, new GgufBuilder().text("general.architecture", "qwen9").bytes());

    assertThat(workspace.run("doctor", "--model", "new.gguf"))
        .endedWith(ExitCode.ENGINE)
        .outContains("problem  model ")
        .outContains("'qwen9'");
    assertThat(workspace.run("doctor", "--model", "none"))
        .endedWith(ExitCode.ENGINE)
        .outContains("There is no model 'none'");
  }

  @Test
  void hasAProblemWithAFolderThatCannotBeWritten() {
    Path file = workspace.write("file", "");

    assertThat(workspace.with("YIBEN_MODELS", file.resolve("models").toString()).run("doctor"))
        .endedWith(ExitCode.INCOMPLETE)
        .outContains("problem  models folder")
        .outContains("choose another with YIBEN_MODELS");
  }

  @Test
  void printsJson() {
    assertThat(workspace.run("doctor", "--json"))
        .succeeded()
        .outContains("\"subject\" : \"native library\"")
        .outContains("\"fix\" : ");
  }

  @Test
  void takesTheModelOfTheSettings() {
    workspace.write("yiben.yaml", "model: sakura-7b\n");

    assertThat(workspace.run("doctor"))
        .endedWith(ExitCode.ENGINE)
        .outContains("get it with 'translate models pull");
  }

  @Test
  void asksTheEndpointThatIsSet() {
    try (FileServer server = new FileServer()) {
      server.answer("/v1/models", FileServer.status(200, "{\"data\":[{\"id\":\"m\"}]}"));
      String endpoint = server.uri("/v1").toString();

      assertThat(workspace.run("doctor", "--endpoint", endpoint))
          .succeeded()
          .outContains("models: 1")
          .outContains("for --engine openai");
      assertThat(workspace.run("doctor", "--endpoint", endpoint, "--model", "n"))
          .succeeded()
          .outContains("warning  endpoint");
      server.answer("/none/models", FileServer.status(404, ""));
      assertThat(workspace.run("doctor", "--endpoint", server.uri("/none").toString()))
          .endedWith(ExitCode.ENGINE)
          .outContains("problem  endpoint");
    }
  }
}
