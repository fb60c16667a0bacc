package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root);
  }

  @Test
  void helpGoesToStdoutWithExitCodes() {
    assertThat(workspace.run("--help"))
        .succeeded()
        .outContains("Usage: translate [OPTIONS] FILE|DIR...")
        .outContains("130  interrupted; the same command resumes")
        .errIsEmpty();
  }

  @Test
  void helpTellsOptionsForExpertsBehindTheOthers() {
    String help = workspace.run("--help").out();

    Assertions.assertThat(help)
        .containsSubsequence(
            "--to=LANG", "--jobs=N", "--config=FILE", "How words are chosen:", "--top-k=N")
        .containsSubsequence(
            "How llama.cpp runs the model", "--flash-attn", "--tensor-split", "--lora=FILE");
  }

  @Test
  void versionGoesToStdout() {
    assertThat(workspace.run("--version")).succeeded().outContains("Yiben ").errIsEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x.srt                                 | Missing required option: '--to",
        "--to zh                               | no files to translate are given",
        "x.srt --to zh --on-exist skip          | Unknown option: '--on-exist'; did you mean --on-exists?",
        "x.srt --to chinese                    | 'chinese' is not a language tag such as zh",
        "x.srt --to zh --engine gpt            | '--engine'",
        "x.srt --to zh --engine openai           | --engine openai needs an --endpoint",
        "x.srt --to zh --outage-limit soon        | 'soon' is no length of time such as 90s",
        "x.srt --to zh --endpoints no.yaml --engine openai | no.yaml: cannot be read: no such file",
        "x.srt --to zh --endpoints a.yaml --endpoint ollama | --endpoint and --endpoints exclude each other",
        "x.srt --to zh --rpm -1                   | --rpm must be at least 0",
        "x.srt --to zh --jobs -1               | --jobs must be at least 0",
        "x.srt --to zh --context -1            | --context must be at least 0",
        "x.srt --to zh --context many          | --context",
        "x.srt --to zh --format doc            | --format doc: no such format; known: ",
        "x.srt --to zh --checks NUM-9=off      | --checks NUM-9: no such check; known: ",
        "x.srt --to zh --checks NUM-001=loud   | --checks",
        "x.srt --to zh --config none.yaml      | none.yaml: cannot be read: no such file",
        "x.srt --to zh --files-from none.txt   | --files-from none.txt: cannot be read: no such",
        "x.srt --to zh --glossary none.yaml    | none.yaml",
        "x.srt --to zh --profile gpt           | There is no prompt profile gpt; known: default, demo",
        "x.srt --to zh --profile none.yaml     | none.yaml: there is no such prompt profile",
        "x.srt --to zh --top-p 2               | The top-p must be above 0 and at most 1: 2.0",
        "x.srt --to zh --max-lines 0           | --max-lines must be at least 1",
        "x.srt --to zh --scene-gap -1          | --scene-gap must be at least 0",
        "x.srt --to zh --encoding klingon-8 | 'klingon-8' is no encoding",
        "x.srt --to zh --characters-per-line 0 | '0' is not auto, off or a number from 1 to 10000",
        "x.srt --to zh --characters-per-second few | 'few' is not auto, off or a number",
        "x.srt --to zh --speaker-names drop    | --speaker-names",
        "x.srt --to zh --mmap perhaps          | 'perhaps' is neither on nor off",
        "x.srt --to zh --cache-type-k q3       | --cache-type-k",
        "x.srt --to zh --batch-size -1         | The batch size cannot be -1",
        "x.srt --to zh --draft-min 20          | The least tokens of a draft cannot be 20",
        "x.srt --to zh --seed -1               | --seed must be at least 0",
        "x.srt --to zh --report no/report.json | --report",
        "x.srt --to zh -q -v                   | -q and -v exclude each other",
        "config hide                           | Unmatched argument at index 0: 'hide'",
      })
  void badUsageIsOneLineOnStderr(String commandLine, String message) {
    workspace.writeSubtitles("x.srt", "Hello.");

    assertThat(workspace.with("YIBEN_ENGINE", "echo").run(commandLine.split(" +")))
        .endedWith(ExitCode.USAGE)
        .outIsEmpty()
        .errIsOneErrorWith(message);
    Assertions.assertThat(workspace.files()).containsExactly("x.srt");
  }
}
