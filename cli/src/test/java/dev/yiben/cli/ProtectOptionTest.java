package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that stay as they are. */
class ProtectOptionTest {
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root).with("YIBEN_ENGINE", "pseudo").with("YIBEN_TO", "zh");
    workspace.writeSubtitles("one.srt", "Good morning.", "Good evening.");
  }

  @Test
  void protectedTextsStayInPseudoTranslations() throws IOException {
    workspace.writeSubtitles("two.srt", "Take the Grey Gull now.");

    assertThat(workspace.run("two.srt", "--protect", "Grey Gull")).succeeded();

    assertThat(Files.readString(workspace.path("two.zh.srt")))
        .contains("Grey Gull")
        .doesNotContain("Take");
  }

  @Test
  void brokenPatternIsRefused() {
    assertThat(workspace.run("one.srt", "--protect", "[a"))
        .endedWith(ExitCode.USAGE)
        .errContains("[a");
  }
}
