package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code translate check} does with files. */
class CheckTest {
  @TempDir private Path root;

  private Workspace workspace;

  @BeforeEach
  void writeFilm() {
    workspace = new Workspace(root);
    workspace.writeSubtitles(
        "film.srt", "Where have you been?", "On Route 66, all night long.", "I see.");
    workspace.writeSubtitles(
        "film.de.srt", "Wo bist du gewesen?", "Die ganze Nacht unterwegs.", "Verstehe.");
  }

  @Test
  void findsTheSourceBesideATranslation() {
    assertThat(workspace.run("check", "film.de.srt", "--to", "de"))
        .succeeded()
        .outContains("film.de.srt:7: WARNING NUM-001 cue/2: the number 66 is missing")
        .errContains("0 errors, 1 warning");
  }

  @Test
  void takesTheSourceThatIsNamed() {
    workspace.writeSubtitles("other.srt", "Wo?", "Die 66, die ganze Nacht.", "Verstehe.");

    assertThat(workspace.run("check", "other.srt", "--source", "film.srt", "--to", "de"))
        .succeeded()
        .errContains("no problems");
    assertThat(workspace.run("check", "other.srt", "--to", "de"))
        .endedWith(ExitCode.NO_INPUT)
        .errIsOneErrorWith("nothing to check it against; name what was translated with --source");
    assertThat(workspace.run("check", "other.srt", "--source", "none.srt", "--to", "de"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("--source none.srt: no such file");
  }

  @Test
  void failsOnSeveritiesAndChecks() {
    assertThat(check()).succeeded();
    assertThat(check("--fail-on", "warning")).endedWith(ExitCode.INCOMPLETE);
    assertThat(check("--fail-on", "NUM-001")).endedWith(ExitCode.INCOMPLETE);
    assertThat(check("--fail-on", "error,NUM-001")).endedWith(ExitCode.INCOMPLETE);
    assertThat(check("--fail-on", "error,TERM-001")).succeeded();
    assertThat(check("--checks", "NUM-001=error")).endedWith(ExitCode.INCOMPLETE);
    assertThat(check("--checks", "NUM-001=error", "--fail-on", "never")).succeeded();
    assertThat(check("--checks", "NUM-001=off")).succeeded().outIsEmpty();
    assertThat(check("--fail-on", "NOPE-001")).endedWith(ExitCode.USAGE);
    assertThat(check("--checks", "NOPE-001=off")).endedWith(ExitCode.USAGE);
  }

  @Test
  void comparesFoldersByNames() {
    workspace.writeSubtitles("en/a.srt", "Good morning to you all.");
    workspace.writeSubtitles("en/sub/b.srt", "Good evening to you all.");
    workspace.writeSubtitles("en/c.srt", "Good night to you all.");
    workspace.writeSubtitles("de/a.srt", "Guten Morgen, ihr alle.");
    workspace.writeSubtitles("de/sub/b.de.srt", "Guten Abend, ihr alle.");
    workspace.writeSubtitles("de/d.srt", "Gute Nacht, ihr alle.");

    Outcome outcome = workspace.run("check", "de", "--source", "en", "--to", "de");

    assertThat(outcome).endedWith(ExitCode.INCOMPLETE).errContains("1 error, 1 warning");
    assertThat(outcome.outLines()).hasSize(2);
    assertThat(outcome)
        .outContains("c.srt: ERROR PAIR-004 nothing is there for")
        .outContains("d.srt: WARNING PAIR-005 nothing is there that it is of");
  }

  @Test
  void suppressionsOfTheConfigurationHideFindingsWithAReason() {
    workspace.write(
        "yiben.yaml",
        """
        suppressions:
          - check: NUM-001
            file: film.de.srt
            text: Route 66
            reason: |-
              the song's "name"
          - {check: LEN-001, reason: no more}
        """);

    assertThat(check("--fail-on", "warning"))
        .succeeded()
        .outIsEmpty()
        .errContains("no problems, 1 suppressed")
        .errContains("yiben.yaml:7: suppresses nothing any more");
    assertThat(check("--json"))
        .succeeded()
        .outContains("\"suppressed\" : 1")
        .outContains("the song's \\\"name\\\"");
  }

  @Test
  void suppressionsThatMakeNoSenseAreToldWithTheirPlace() {
    workspace.write("yiben.yaml", "suppressions:\n  - {check: NUM-001}\n");
    assertThat(check())
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("yiben.yaml:2: there is no 'reason'");
    workspace.write("yiben.yaml", "suppressions: [{check: NUM-009, reason: x}]\n");
    assertThat(check()).endedWith(ExitCode.USAGE).errIsOneErrorWith("there is no check NUM-009");
    workspace.write("yiben.yaml", "suppressions: list.yaml\n");
    workspace.write("list.yaml", "- {check: NUM-001, reason: x, until: soon}\n");
    assertThat(check())
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("list.yaml:1: 'until' is no day such as 2030-12-31");
    workspace.write("list.yaml", "- {check: NUM-001, reason: x, file: 'a['}\n");
    assertThat(check()).endedWith(ExitCode.USAGE).errIsOneErrorWith("'file' is no pattern");
  }

  @Test
  void suppressionsHoldForRunsThatTranslateToo() {
    workspace.write("yiben.yaml", "suppressions: [{check: TXT-*, reason: x}]\n");

    assertThat(workspace.run("film.srt", "--to", "fr", "--engine", "pseudo", "--report", "r.sarif"))
        .succeeded();
    assertThat(workspace.path("r.sarif")).content().contains("\"version\" : \"2.1.0\"");
  }

  @Test
  void writesReportsByTheirExtensions() {
    assertThat(check("--report", "f.sarif", "--report", "f.xml", "--report", "f.json")).succeeded();

    assertThat(workspace.path("f.sarif")).content().contains("\"startLine\" : 7");
    assertThat(workspace.path("f.xml")).content().contains("<testcase name=\"cue/2\"");
    assertThat(workspace.path("f.json")).content().contains("\"status\" : \"checked\"");
    assertThat(check("--report", "no/f.json"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("there is no folder");
  }

  @Test
  void leavesTheReportsOfTheConfigurationAlone() {
    workspace.write("yiben.yaml", "report: r.json\nfail-on: warning\n");

    assertThat(check()).endedWith(ExitCode.INCOMPLETE);

    assertThat(workspace.path("r.json")).doesNotExist();
  }

  @Test
  void isOfOneLanguageForFiles() {
    assertThat(workspace.run("check", "film.de.srt", "--to", "de,fr"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("one language at a time");
  }

  @Test
  void languageThatIsNotClearIsAskedFor() {
    workspace.writeSubtitles("x.srt", "a", "b", "c");

    assertThat(workspace.run("check", "x.srt", "--source", "film.srt"))
        .endedWith(ExitCode.INCOMPLETE)
        .outContains("name it with --to");
  }

  private Outcome check(String... options) {
    String[] arguments = new String[options.length + 4];
    System.arraycopy(new String[] {"check", "film.de.srt", "--to", "de"}, 0, arguments, 0, 4);
    System.arraycopy(options, 0, arguments, 4, options.length);
    return workspace.run(arguments);
  }
}
