package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GlossaryCommandsTest {
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root);
  }

  @Test
  void beginsAGlossaryThatIsValid() {
    assertThat(workspace.run("glossary", "init")).succeeded().outIsPaths(file("glossary.yaml"));
    assertThat(workspace.run("glossary")).succeeded().outIsEmpty();
    assertThat(workspace.run("glossary", "init"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("glossary.yaml: is there already");
    assertThat(workspace.run("glossary", "init", "other.yaml")).succeeded();
    assertThat(workspace.run("glossary", "add", "Marlo", "马洛")).succeeded();
    assertThat(workspace.run("glossary", "list")).succeeded().outContains("Marlo → 马洛");
  }

  @Test
  void addsAndRemovesBesideComments() throws IOException {
    workspace.write("names.yaml", "# names\n- source: Marlo  # the keeper\n  target: 马洛\n");
    workspace.write("yiben.yaml", "glossary: names.yaml\n");

    assertThat(
            workspace.run("glossary", "add", "Selby", "塞尔比", "--note", "a girl", "--forbid", "塞尔碧"))
        .succeeded()
        .outIsPaths(file("names.yaml"));
    assertThat(workspace.run("glossary", "add", "Selby", "西尔比"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("\"Selby\" is there already, as \"塞尔比\"", "--replace");
    assertThat(workspace.run("glossary", "add", "Selby", "西尔比", "--replace")).succeeded();
    assertThat(workspace.run("glossary", "add", "Selby", "西尔比"))
        .succeeded()
        .outIsEmpty()
        .errContains("it is there already");
    assertThat(workspace.run("glossary", "list", "--json"))
        .succeeded()
        .outContains("\"target\" : \"西尔比\"");
    assertThat(workspace.run("glossary", "remove", "Selby")).succeeded();
    assertThat(workspace.run("glossary", "remove", "Selby"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("names.yaml: there is no \"Selby\"");
    Assertions.assertThat(Files.readString(file("names.yaml")))
        .isEqualTo("# names\n- source: Marlo  # the keeper\n  target: 马洛\n");
  }

  @Test
  void addsCharactersAndWhatStaysAsItIs() {
    assertThat(workspace.run("glossary", "add", "Orin", "--gender", "male")).succeeded();
    assertThat(workspace.run("glossary", "add", "GNU", "--keep")).succeeded();
    assertThat(workspace.run("glossary", "list"))
        .outContains("GNU stays as it is")
        .outContains("character: Orin (male)");
    assertThat(workspace.run("glossary", "add", "Orin"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("name the TARGET");
    assertThat(workspace.run("glossary", "add", "Orin", "x", "--keep")).endedWith(ExitCode.USAGE);
    assertThat(workspace.run("glossary", "add", "Orin", "--character", "--regex"))
        .endedWith(ExitCode.USAGE);
  }

  @Test
  void importsAndKeepsWhatIsThere() throws IOException {
    workspace.write("glossary.yaml", "terms:\n  # mine\n  - source: Marlo\n    target: 马洛\n");
    workspace.write("names.csv", "source,target\nMarlo,马罗\nSelby,塞尔比\nOrin,\n");

    assertThat(workspace.run("glossary", "import", "names.csv", "--dry-run"))
        .succeeded()
        .outIsEmpty()
        .errContains("names.csv:4: \"Orin\" has no translation; left out")
        .errContains("\"Marlo\" is there already, as \"马洛\"; that stays")
        .errContains("1 added, 0 replaced, 1 left as they are");
    assertThat(workspace.run("glossary", "import", "names.csv")).succeeded();
    Assertions.assertThat(Files.readString(file("glossary.yaml")))
        .isEqualTo(
            """
            terms:
              # mine
              - source: Marlo
                target: 马洛
              - source: Selby
                target: 塞尔比
            """);
    assertThat(workspace.run("glossary", "import", "names.csv", "--replace"))
        .errContains("0 added, 1 replaced");
    assertThat(workspace.run("glossary", "import", "none.csv"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("none.csv: there is no such file");
  }

  @Test
  void exports() throws IOException {
    workspace.write(
        "glossary.yaml", "terms:\n  - source: Marlo\n    target: 马洛\nforbidden: [尼玛]\n");

    assertThat(workspace.run("glossary", "export", "-", "--as", "map"))
        .succeeded()
        .outContains("\"Marlo\" : \"马洛\"")
        .errContains("left out, since the file has terms only: forbidden");
    assertThat(workspace.run("glossary", "export", "names.tbx"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("--from and --to");
    assertThat(workspace.run("glossary", "export", "names.tbx", "--from", "en", "--to", "zh"))
        .succeeded()
        .outIsPaths(file("names.tbx"));
    assertThat(workspace.run("glossary", "export", "names.tbx", "--from", "en", "--to", "zh"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("names.tbx: is there already");
    assertThat(workspace.run("glossary", "export", "names.doc"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("the name names.doc tells no format");
    assertThat(workspace.run("glossary", "export", "names.xlsx")).succeeded();
    assertThat(workspace.run("glossary", "import", "names.xlsx", "-g", "again.yaml")).succeeded();
    assertThat(workspace.run("glossary", "list", "again.yaml"))
        .outContains("Marlo → 马洛")
        .outContains("forbidden: 尼玛");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the editor is a shell script")
  void takesWhatAnEditorLeavesIfItIsAGlossary() throws IOException {
    workspace.write("glossary.yaml", "- source: Marlo\n  target: 马洛\n").toFile();
    assertThat(workspace.run("glossary", "edit"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("there is no terminal for an editor");

    workspace.withTerminal(80).with("EDITOR", editor("sed -i s/马洛/马罗/ \"$1\""));
    assertThat(workspace.run("glossary", "edit")).succeeded().outIsPaths(file("glossary.yaml"));
    assertThat(workspace.run("glossary", "list")).outContains("Marlo → 马罗");
    assertThat(workspace.run("glossary", "edit"))
        .succeeded()
        .outIsEmpty()
        .errContains("nothing was changed");

    workspace.with("EDITOR", editor("echo '- nonsense' >> \"$1\"")).withInput("y\nn\n");
    assertThat(workspace.run("glossary", "edit"))
        .endedWith(ExitCode.USAGE)
        .errContains("glossary.yaml:3: expected an entry")
        .errContains("stays as it was");
    Assertions.assertThat(Files.readString(file("glossary.yaml"))).doesNotContain("nonsense");

    workspace.with("EDITOR", editor("exit 3"));
    assertThat(workspace.run("glossary", "edit"))
        .endedWith(ExitCode.USAGE)
        .errContains("ended with 3");
  }

  private String editor(String script) throws IOException {
    Path file = workspace.write("editor", "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file.toString();
  }

  @Test
  void proposesTerms() throws IOException {
    workspace.writeSubtitles(
        "film.srt",
        "Then Marlo saw the sea.",
        "The keeper and Marlo waited.",
        "Where is Selby now?",
        "Nobody knew what Marlo thought of old Selby.",
        "And so the keeper told Selby all of it.");

    assertThat(workspace.run("glossary", "extract", "film.srt", "--from", "en"))
        .succeeded()
        .outContains("Marlo  # name, 3 times in one place\nSelby  # name, 3 times in one place");
    assertThat(
            workspace.run(
                "glossary", "extract", "film.srt", "--from", "en", "--save", "terms.yaml"))
        .succeeded()
        .outIsPaths(file("terms.yaml"));
    Assertions.assertThat(Files.readString(file("terms.yaml")))
        .contains("#  - source: Marlo  # name, 3 times in one place\n#    target:\n");
    assertThat(workspace.run("glossary", "list", "terms.yaml")).succeeded().outIsEmpty();
    assertThat(
            workspace.run("glossary", "extract", "film.srt", "--from", "en", "--save", "terms.csv"))
        .succeeded();
    Assertions.assertThat(Files.readString(file("terms.csv"))).contains("Marlo,,");

    workspace.write("glossary.yaml", "- source: Marlo\n  target: 马洛\n");
    assertThat(workspace.run("glossary", "extract", "film.srt", "--from", "en", "--json"))
        .succeeded()
        .outContains("\"source\" : \"Selby\"")
        .outContains("\"count\" : 3");
    Assertions.assertThat(
            workspace.run("glossary", "extract", "film.srt", "--from", "en", "--json").out())
        .doesNotContain("\"source\" : \"Marlo\"");
    assertThat(workspace.run("glossary", "extract", "none.srt")).endedWith(ExitCode.NO_INPUT);
    assertThat(workspace.run("glossary", "extract", "film.srt", "--engine", "echo", "--to", "zh"))
        .endedWith(ExitCode.USAGE)
        .errContains("--engine echo knows no terms");
  }

  @Test
  void checks() {
    workspace.write(
        "glossary.yaml",
        """
        - source: Marlo
          target: 马洛
          forbidden: [马洛]
        - source: Orin
          target: 奥林
        """);
    workspace.writeSubtitles("film.srt", "Then Marlo saw the sea.");

    assertThat(workspace.run("glossary", "check"))
        .endedWith(ExitCode.INCOMPLETE)
        .outContains("ERROR GLO-006")
        .errContains("1 finding");
    assertThat(workspace.run("glossary", "check", "--in", "film.srt", "--from", "en", "--json"))
        .endedWith(ExitCode.INCOMPLETE)
        .outContains("\"id\" : \"GLO-005\"")
        .outContains("\"line\" : 4");
    workspace.write("good.yaml", "- source: Marlo\n  target: 马洛\n");
    assertThat(workspace.run("glossary", "check", "good.yaml"))
        .succeeded()
        .outIsEmpty()
        .errContains("nothing is wrong");
    workspace.write("bad.yaml", "- source: Marlo\n");
    assertThat(workspace.run("glossary", "check", "bad.yaml"))
        .endedWith(ExitCode.INCOMPLETE)
        .outContains("bad.yaml:1: ERROR GLO-001");
    assertThat(workspace.run("glossary", "schema")).succeeded().outContains("\"$schema\"");
  }

  private Path file(String name) {
    return workspace.path(name);
  }
}
