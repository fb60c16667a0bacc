package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryCommandsTest {
  private static final String TMX =
      "<tmx><header srclang=\"en\"/><body><tu><tuv lang=\"en\"><seg>The lamp is out.</seg></tuv>"
          + "<tuv lang=\"zh\"><seg>灯灭了。</seg></tuv></tu></body></tmx>";

  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root);
    workspace.write("a.tmx", TMX);
  }

  @Test
  void takesInListsAndTakesOut() throws Exception {
    assertThat(workspace.run("tm")).succeeded().outContains("there is no translation memory");
    assertThat(workspace.run("tm", "import", "a.tmx"))
        .succeeded()
        .outContains("a.tmx: 1 translations taken, 1 from en to zh");
    for (String[] command : new String[][] {{"tm"}, {"tm", "info"}}) {
      assertThat(workspace.run(command))
          .succeeded()
          .outContains(workspace.home("data/yiben/memory/en_zh.sqlite").toString())
          .outContains("en to zh: 1 translations")
          .outContains("imported");
    }
    assertThat(workspace.run("tm", "list", "LAMP", "--to", "zh"))
        .succeeded()
        .outContains("The lamp is out.")
        .outContains("灯灭了。  (confirmed)");
    Assertions.assertThat(workspace.run("tm", "list", "100%").out()).isEmpty();
    assertThat(workspace.run("tm", "list", "--json"))
        .succeeded()
        .outContains("\"target\" : \"灯灭了。\"");
    assertThat(workspace.run("tm", "export", "b.tmx")).succeeded().outContains("b.tmx");
    Assertions.assertThat(Files.readString(workspace.path("b.tmx"))).contains("灯灭了。");
    assertThat(workspace.run("tm", "export", "b.tmx"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("b.tmx", "--replace");
  }

  @Test
  void removesOnlyWhatIsChosenAndAsks() {
    workspace.run("tm", "import", "a.tmx");
    assertThat(workspace.run("tm", "clear"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("--yes is needed");
    assertThat(workspace.run("tm", "clear", "--unconfirmed", "--yes"))
        .succeeded()
        .errContains("removed 0 translations from en to zh");
    assertThat(workspace.run("tm", "clear", "--yes"))
        .succeeded()
        .errContains("removed 1 translations from en to zh");
  }

  @Test
  void saysWhatCannotBeUsed() {
    Path odd = workspace.write("odd.sqlite", "odd");
    assertThat(workspace.run("tm", "--tm", odd.toString()))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("odd.sqlite");
    assertThat(workspace.run("tm", "import", "gone.tmx"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("gone.tmx", "cannot be read");
    assertThat(workspace.run("tm", "export", "b.tmx"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("there is no translation memory");
    assertThat(workspace.run("tm", "list", "--unused-since", "soon"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("2026-01-31");
  }
}
