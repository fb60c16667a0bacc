package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;

import dev.yiben.inference.download.FileServer;
import dev.yiben.inference.gguf.GgufBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsCommandsTest {
  private static final byte[] MODEL =
      new GgufBuilder()
          .text("general.architecture", "qwen2")
          .text("general.name", "Tiny\u001b[31m")
          .text("general.size_label", "7B")
          .text("general.license", "apache-2.0")
          .text("tokenizer.ggml.model", "gpt2")
          .text("tokenizer.chat_template", "1\n2\n3\u001b[2J\n4\n5\n6\n7")
          .number("qwen2.block_count", 28)
          .number("qwen2.context_length", 32768)
          .number("qwen2.embedding_length", 3584)
          .number("qwen2.feed_forward_length", 18944)
          .number("qwen2.attention.head_count", 28)
          .number("qwen2.attention.head_count_kv", 4)
          .tensor("output.weight", 1000)
          .bytes();

  private final FileServer server = new FileServer();
  private Workspace workspace;
  private Path folder;

  @BeforeEach
  void createWorkspace(@TempDir Path root) throws IOException {
    workspace = new Workspace(root).with("HF_ENDPOINT", server.uri("/hub").toString());
    folder = Files.createDirectories(workspace.home("data/yiben/models"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path model(String name) throws IOException {
    return Files.write(folder.resolve(name), MODEL);
  }

  @Test
  void pullsAndPrintsThePath() {
    server.serve(
        "/hub/bartowski/Qwen2.5-7B-Instruct-GGUF/resolve/main/Qwen2.5-7B-Instruct-Q4_K_M.gguf",
        MODEL);
    Path file = folder.resolve("Qwen2.5-7B-Instruct-Q4_K_M.gguf");

    assertThat(workspace.run("models", "pull", "qwen2.5-7b"))
        .succeeded()
        .outIsPaths(file)
        .errContains("Qwen2.5-7B-Instruct-Q4_K_M.gguf: ")
        .errContains(" from 127.0.0.1");
    assertThat(workspace.run("models", "pull", "qwen2.5-7b"))
        .succeeded()
        .outIsPaths(file)
        .errContains("qwen2.5-7b: is there already");
    assertThat(workspace.run("models"))
        .outContains("Qwen2.5-7B-Instruct-Q4_K_M ")
        .outContains("qwen2.5-7b:Q4_K_M");
  }

  @Test
  void showsABarOnATerminalAndLinesElsewhere() {
    server.serve("/big.gguf", FileServer.model(3_000_000));
    String hash = FileServer.sha256(FileServer.model(3_000_000));
    String address = server.uri("/big.gguf").toString();

    Outcome lines = workspace.run("models", "pull", address, "--sha256", hash, "--as", "a.gguf");
    Outcome bar =
        workspace
            .withTerminal(80)
            .run("models", "pull", address, "--sha256", hash, "--as", "b.gguf");

    assertThat(lines).succeeded().errContains("a.gguf: 100 %, 3 MB are there").errLacks("█");
    assertThat(bar).succeeded().errContains("█").errContains("checking b.gguf");
    assertThat(bar).errContains("is GGUF version ");
  }

  @Test
  void refusesWhatItCannotFetchWithOneLineAndTheCodeOfTheEngine() {
    server.answer("/", FileServer.status(404, ""));

    assertThat(workspace.run("models", "pull", "hf:o/r/m.gguf"))
        .endedWith(ExitCode.ENGINE)
        .outIsEmpty()
        .errIsOneErrorWith("there is no such file");
    Assertions.assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pull                           | Missing required parameter",
        "pull x --connections 0         | --connections must be at least 1",
        "pull x --connections 17        | --connections must be at most 16",
        "pull x --sha256 abc            | --sha256 takes 64 hexadecimal digits",
        "pull x y --as z.gguf           | --sha256 and --as go with one model only",
        "pull x --hub there             | '--hub'",
        "fit --jobs 0                   | --jobs must be at least 1",
        "fit --cache-type-k q9          | '--cache-type-k'",
        "frobnicate                     | Unmatched argument at index 0: 'frobnicate'",
      })
  void badUsageIsOneLineOnStderr(String arguments, String message) {
    assertThat(workspace.run(("models " + arguments).split(" +")))
        .endedWith(ExitCode.USAGE)
        .outIsEmpty()
        .errIsOneErrorWith(message);
  }

  @Test
  void tellsWhatTheHeaderSays() throws IOException {
    model("tiny.gguf");

    assertThat(workspace.run("models", "info", "tiny"))
        .succeeded()
        .outContains("architecture:    qwen2")
        .outContains("parameters:      7B")
        .outContains("context:         32768 tokens")
        .outContains("heads:           28, with keys and values: 4 of 128")
        .outContains("licence:         apache-2.0")
        .outContains("embedded engine: loads it")
        .outContains("  5\n  … 2 more lines; --template prints them all")
        .errIsEmpty();
    Outcome template = workspace.run("models", "info", "tiny", "--template");
    assertThat(template).succeeded().outContains("\n6\n7\n");
    Assertions.assertThat(template.out() + workspace.run("models", "info", "tiny").out())
        .doesNotContain("\u001b");
    assertThat(workspace.run("models", "info", "tiny", "--json"))
        .outContains("\"architecture\" : \"qwen2\"");
  }

  @Test
  void saysWhatTheEmbeddedEngineCannotLoad() throws IOException {
    Files.write(
        folder.resolve("new.gguf"),
        new GgufBuilder().text("general.architecture", "qwen9").bytes());

    assertThat(workspace.run("models", "info", "new"))
        .succeeded()
        .outContains("cannot translate with a model of the architecture 'qwen9'");
  }

  @Test
  void tellsOfTheCatalogueWhatIsNotThere() {
    assertThat(workspace.run("models", "info", "sakura-14b"))
        .succeeded()
        .outContains("licence:         CC-BY-NC-SA-4.0")
        .outContains("prompt profile:  sakura-1.0");
    assertThat(workspace.run("models", "info", "sakura-14b", "--template"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("is not here yet");
    assertThat(workspace.run("models", "info", "nothing"))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("There is no model 'nothing'");
  }

  @Test
  void judgesWhatFits() throws IOException {
    model("tiny.gguf");

    Outcome all = workspace.run("models", "fit");
    assertThat(all).succeeded().outContains("* tiny.gguf").outContains("qwen2.5-1.5b:Q4_K_M");
    Assertions.assertThat(all.outLines()).allMatch(line -> line.length() <= 80);
    Assertions.assertThat(workspace.run("models", "fit", "tiny", "--jobs", "1").outLines())
        .anyMatch(line -> line.matches("\\* tiny\\.gguf .* 470 MB .*"));
    Assertions.assertThat(
            workspace
                .run("models", "fit", "tiny", "--jobs", "1", "--cache-type-k", "q8_0")
                .outLines())
        .anyMatch(line -> line.matches("\\* tiny\\.gguf .* 360 MB .*"));
    assertThat(workspace.run("models", "fit", "qwen2.5-32b", "--context-length", "900000"))
        .succeeded()
        .outContains("does not fit");
    assertThat(workspace.run("models", "fit", "--json")).outContains("\"verdict\" : \"fits\"");
  }

  @Test
  void removesAllPartsOfAModelAndNoOther() throws IOException {
    model("big-00001-of-00002.gguf");
    model("big-00002-of-00002.gguf");
    Path other = model("other.gguf");

    assertThat(workspace.run("models", "remove", "big"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("--yes is needed");
    assertThat(workspace.run("models", "remove", "big", "--yes"))
        .succeeded()
        .errContains("removed big");

    Assertions.assertThat(folder).isDirectoryContaining(other::equals);
    Assertions.assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void asksOnATerminalBeforeItRemoves() throws IOException {
    Path file = model("m.gguf");

    assertThat(workspace.withTerminal(80).withInput("n\n").run("models", "remove", "m"))
        .endedWith(ExitCode.USAGE)
        .errContains("Remove m (");
    Assertions.assertThat(file).exists();
    assertThat(workspace.withInput("y\n").run("models", "remove", "m")).succeeded();
    Assertions.assertThat(file).doesNotExist();
  }

  @Test
  void removesUnfinishedDownloadsAndNothingOutsideOfTheFolder() throws IOException {
    Files.writeString(folder.resolve("m.gguf.part"), "x");
    Files.writeString(folder.resolve("m.gguf.part.json"), "{}");
    Path outside = workspace.write("outside.gguf", "x");

    assertThat(workspace.run("models")).errContains("m.gguf is unfinished");
    assertThat(workspace.run("models", "remove", "m.gguf", "-y")).succeeded();
    assertThat(workspace.run("models", "remove", outside.toString(), "-y"))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("There is no model");

    Assertions.assertThat(folder).isEmptyDirectory();
    Assertions.assertThat(outside).exists();
  }

  @Test
  void listFitsEightyColumns() {
    Assertions.assertThat(workspace.run("models").outLines().stream().skip(1))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void translationNamesTheWayToAModel() {
    workspace.writeSubtitles("x.srt", "Hello.");

    assertThat(workspace.run("x.srt", "--to", "zh"))
        .endedWith(ExitCode.ENGINE)
        .errContains("translate models pull qwen2.5-7b");
    assertThat(workspace.run("x.srt", "--to", "zh", "--model", "gemma-3-12b"))
        .endedWith(ExitCode.ENGINE)
        .errContains("get it with 'translate models pull gemma-3-12b'");
  }
}
