package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsListTest {
  private Workspace workspace;
  private Path folder;

  @BeforeEach
  void createWorkspace(@TempDir Path root) throws IOException {
    workspace = new Workspace(root);
    folder = Files.createDirectories(workspace.home("data/yiben/models"));
  }

  @Test
  void listsWhatTheFolderHasWithAndWithoutItsName() throws IOException {
    Files.write(folder.resolve("small.gguf"), new byte[2_000_000]);
    Files.write(folder.resolve("big-00001-of-00002.gguf"), new byte[1_000_000]);
    Files.write(folder.resolve("big-00002-of-00002.gguf"), new byte[2_000_000]);

    for (String[] command : new String[][] {{"models"}, {"models", "list"}}) {
      Outcome outcome = workspace.run(command);

      assertThat(outcome).succeeded().errIsEmpty();
      Assertions.assertThat(outcome.out())
          .containsPattern("big +3 MB")
          .containsPattern("small +2 MB");
    }
  }

  @Test
  void printsJson() throws IOException {
    Path file = Files.write(folder.resolve("small.gguf"), new byte[2_000_000]);

    assertThat(workspace.run("models", "--json"))
        .succeeded()
        .outContains("\"name\" : \"small\"")
        .outContains("\"size\" : 2000000")
        .outContains(file.toString());
  }

  @Test
  void isCompletedByTheShell() {
    assertThat(workspace.run("generate-completion"))
        .succeeded()
        .outContains(
            "commands=\"config models runtime glossary check extract merge doctor score tm\"");
  }
}
