package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.openai.Fault;
import dev.yiben.inference.openai.StandInServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The command with an endpoint. */
@Timeout(120)
class EndpointTest {
  private static final String KEY = "sk-secret-4711/+=\"x";

  private Path root;
  private Workspace workspace;
  private StandInServer server;

  @BeforeEach
  void createWorkspace(@TempDir Path folder) {
    root = folder;
    workspace = new Workspace(folder).with("YIBEN_TO", "zh").with("NO_COLOR", "1");
    workspace.writeSubtitles("a.srt", "The keeper opens the door.", "The lamp is out.");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private StandInServer start(String preset) {
    server = StandInServer.of(preset).answering(EndpointTest::translated);
    return server;
  }

  /** Answers with a line for each line of the last message, in the form that was asked for. */
  private static String translated(JsonNode request) {
    JsonNode messages = request.path("messages");
    String asked = messages.path(messages.size() - 1).path("content").asString("");
    List<String> numbers =
        asked.lines().filter(l -> l.matches("\\d+\\|.*")).map(l -> l.split("\\|", 2)[0]).toList();
    if (request.has("response_format") || request.has("format")) {
      return json(numbers.size());
    }
    return String.join("\n", numbers.stream().map(n -> n + "|门开了。").toList());
  }

  private static String json(int lines) {
    ObjectNode answer = new JsonMapper().createObjectNode();
    for (int number = 1; number <= lines; number++) {
      answer.put(Integer.toString(number), "门开了。");
    }
    return answer.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "llama-server",
        "ollama",
        "vllm",
        "koboldcpp",
        "chatglm.cpp",
        "openai",
        "anthropic",
        "openai-compatible"
      })
  void translatesSubtitles(String preset) throws IOException {
    start(preset);

    Outcome outcome =
        workspace.run("a.srt", "--endpoint", server.endpoint(), "--model", "stand-in");

    assertThat(outcome)
        .succeeded()
        .outIsPaths(workspace.path("a.zh.srt"))
        .errContains("a.srt: 2 translated");
    assertThat(Files.readString(workspace.path("a.zh.srt"))).contains("门开了。");
  }

  @Test
  void saysWhatTheProfileTellsNothingOf() {
    start("llama-server");

    String[] wanted = {"--style", "a tale", "--register", "formal"};
    List<String> command =
        List.of("a.srt", "--endpoint", server.endpoint(), "--model", "stand-in", "--profile");
    assertThat(workspace.run(with(command, "default", wanted))).errLacks("nothing of");
    assertThat(workspace.run(with(command, "galtransl", wanted)))
        .errContains("the prompt profile galtransl tells the model nothing of: style, register");
  }

  private static String[] with(List<String> command, String profile, String... more) {
    return Stream.of(command.stream(), Stream.of(profile), Stream.of(more))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  @Test
  void takesTheOnlyModel() {
    start("llama-server").withModels("only-one");

    assertThat(workspace.run("a.srt", "--endpoint", server.endpoint(), "-v"))
        .succeeded()
        .errContains("model: only-one")
        .errContains("engine: openai");
  }

  @Test
  void listsTheModelsToChooseFrom() {
    start("ollama").withModels("qwen3:8b", "gemma3:4b");

    assertThat(workspace.run("a.srt", "--endpoint", server.endpoint()))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("has several models; choose one with --model: qwen3:8b, gemma3:4b");
    assertThat(workspace.run("models", "--endpoint", server.endpoint()))
        .succeeded()
        .outContains("qwen3:8b\n")
        .errIsEmpty();
  }

  @Test
  void namesNearModels() {
    start("ollama").withModels("qwen3:8b", "gemma3:4b");

    assertThat(workspace.run("a.srt", "--endpoint", server.endpoint(), "--model", "qwen3:8"))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("has no model «qwen3:8», but qwen3:8b, gemma3:4b");
  }

  @Test
  void saysHowToStartAServerThatIsNotThere() {
    start("ollama");
    String endpoint = server.endpoint();
    server.close();

    assertThat(workspace.run("a.srt", "--endpoint", endpoint, "--model", "m"))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("nothing listens at " + endpoint.replaceFirst(".*=", ""))
        .errContains("start Ollama with: ollama serve");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--endpoint olama ; «olama» is neither a URL (http://…) nor the name of an endpoint; known:"
            + " ",
        "--engine openai ; --engine openai needs an --endpoint",
        "--endpoint ollama --timeout 0 ; --timeout must be at least 1",
        "--endpoint ollama --thinking maybe ; --thinking",
        "--endpoint ollama --extra-body [1] ; the extra body must be a JSON object",
        "--endpoint ollama --api-key-variable NONE ; --api-key-variable NONE: it is not set",
        "--endpoint ollama --api-key-file none.key ; none.key with the API key cannot be read",
        "--endpoint ollama --header X-Api-Key=abc ; --header X-Api-Key: put the secret into",
        "--endpoint ollama --header A=$NONE ; --header A: NONE is not set",
        "--endpoint ollama --header Host=a ; Host is no header that can be set",
        "--endpoint http://me:pass@host ; the URL of the endpoint holds a password",
      })
  void badUsageIsOneLine(String options, String message) {
    Outcome outcome = workspace.run(("a.srt " + options).split(" "));

    assertThat(outcome).errIsOneErrorWith(message).outIsEmpty();
    assertThat(outcome.err()).doesNotContain("pass@").doesNotContain("abc");
    assertThat(outcome.code()).isIn(ExitCode.USAGE.code(), ExitCode.ENGINE.code());
  }

  @Test
  void sendsKeyAndHeadersFromTheEnvironment() {
    start("openai-compatible").wantingKey("k-12345");

    assertThat(
            workspace
                .with("MY_KEY", "k-12345")
                .with("TITLE", "secret title")
                .run(
                    "a.srt",
                    "--endpoint",
                    server.endpoint(),
                    "--model",
                    "m",
                    "--api-key-variable",
                    "MY_KEY",
                    "--header",
                    "X-Title=$TITLE"))
        .succeeded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KEY_REFUSED", "SERVER_ERROR", "WRONG_JSON", "NONE"})
  void keyIsInNothingThatARunWrites(Fault fault) throws IOException {
    start("openai-compatible").with(fault);

    Outcome outcome =
        workspace
            .with(EndpointOptions.USUAL_KEY_VARIABLE, KEY)
            .with("HIDDEN", "top-secret-header")
            .run(
                "a.srt",
                "--endpoint",
                server.endpoint(),
                "--model",
                "m",
                "--header",
                "X-Other=$HIDDEN",
                "--report",
                "report.json",
                "--job-dir",
                "job",
                "--outage-limit",
                "1s",
                "--stacktrace",
                "-v");

    assertThat(server.received())
        .isNotEmpty()
        .allMatch(request -> request.authorization().equals("Bearer " + KEY));
    assertThat(outcome.out() + outcome.err()).doesNotContain(KEY).doesNotContain("top-secret");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(content)
            .as(file.toString())
            .doesNotContain(KEY)
            .doesNotContain("sk-secret")
            .doesNotContain("top-secret");
      }
    }
    if (fault == Fault.KEY_REFUSED) {
      assertThat(outcome)
          .endedWith(ExitCode.ENGINE)
          .errContains("refuses the API key from the variable TRANSLATE_API_KEY (401)");
      assertThat(server.asked()).hasSize(1);
    }
  }
}
