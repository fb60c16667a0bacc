package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.openai.Fault;
import dev.yiben.inference.openai.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command with several endpoints, of which some fail. */
@Timeout(120)
class FailoverTest {
  private static final int CUES = 60;

  private final StandInServer first = StandInServer.of("openai-compatible");
  private final StandInServer second = StandInServer.of("openai-compatible");
  private Workspace workspace;

  @BeforeEach
  void createWorkspace(@TempDir Path folder) {
    workspace = new Workspace(folder).with("YIBEN_TO", "zh").with("NO_COLOR", "1");
    workspace.writeSubtitles("a.srt", cues("a"));
    workspace.writeSubtitles("b.srt", cues("b"));
    first.answering(FailoverTest::translated);
    second.answering(FailoverTest::translated);
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void losesNothingWhenOneOfTwoEndpointsDiesInTheMiddle() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    first.answering(
        request -> {
          if (asked.incrementAndGet() == 6) {
            // In the middle of this very answer.
            first.close();
          }
          return translated(request);
        });

    Outcome outcome = translate();

    assertThat(outcome)
        .succeeded()
        .errContains("a.srt: 60 translated")
        .errContains("b.srt: 60 translated");
    assertTranslated("a");
    assertTranslated("b");
    assertThat(asked.get()).isBetween(6, 20);
    assertThat(second.asked().size()).isGreaterThan(asked.get());
  }

  @Test
  void goesOnWithoutAnEndpointWhoseKeyIsRefused() throws IOException {
    first.with(Fault.KEY_REFUSED);

    Outcome outcome = translate();

    assertThat(outcome)
        .succeeded()
        .errContains("is left out from now on")
        .errContains("asks for an API key");
    assertTranslated("a");
    assertTranslated("b");
    // As many as were under way at once when the first was refused.
    assertThat(first.asked().size()).isLessThanOrEqualTo(8);
  }

  @Test
  void goesOnWithoutAnEndpointThatIsDownAtTheStart() throws IOException {
    first.close();

    Outcome outcome = translate();

    assertThat(outcome).succeeded().errContains("is tried again later");
    assertTranslated("a");
    assertTranslated("b");
  }

  @Test
  void stopsWhenBothRefuseTheirKeys() {
    first.with(Fault.KEY_REFUSED);
    second.with(Fault.KEY_REFUSED);

    assertThat(translate()).endedWith(ExitCode.ENGINE).errContains("error: ").outIsEmpty();
  }

  @Test
  void stopsAfterAnOutageThatIsTooLong() {
    first.with(Fault.SERVER_ERROR);
    second.with(Fault.TOO_MANY_REQUESTS_WITHOUT_WAIT);

    assertThat(translate("--outage-limit", "1s"))
        .endedWith(ExitCode.ENGINE)
        .errContains("and --outage-limit is 1 s: what is finished is saved");
  }

  @Test
  void refusesEndpointsWithDifferentModels() {
    workspace.write(
        "endpoints.yaml",
        "- {endpoint: %s, model: one}\n- {endpoint: %s, model: two}\n"
            .formatted(first.endpoint(), second.endpoint()));

    assertThat(workspace.run("a.srt", "--endpoints", "endpoints.yaml"))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("The endpoints have different models", "has one", "has two");
  }

  private Outcome translate(String... options) {
    workspace.write(
        "endpoints.yaml",
        """
        - endpoint: %s
          model: stand-in
          concurrency: 4
        - endpoint: %s
          model: stand-in
          concurrency: 4
        """
            .formatted(first.endpoint(), second.endpoint()));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "a.srt",
                "b.srt",
                "--endpoints",
                "endpoints.yaml",
                "--batch-tokens",
                "40",
                "--context",
                "2"));
    arguments.addAll(List.of(options));
    return workspace.run(arguments.toArray(String[]::new));
  }

  private void assertTranslated(String name) throws IOException {
    String content = Files.readString(workspace.path(name + ".zh.srt"));
    for (int i = 0; i < CUES; i++) {
      assertThat(content).contains("\n门" + name + i + "开了。\n");
    }
  }

  private static String[] cues(String name) {
    return IntStream.range(0, CUES)
        .mapToObj(i -> "The keeper opens the door " + name + i + ".")
        .toArray(String[]::new);
  }

  private static String translated(JsonNode request) {
    JsonNode messages = request.path("messages");
    String asked = messages.path(messages.size() - 1).path("content").asString("");
    return String.join(
        "\n",
        asked
            .lines()
            .filter(line -> line.matches("\\d+\\|.*"))
            .map(line -> line.replaceFirst("\\|.*door (\\w+)\\.", "|门$1开了。"))
            .toList());
  }
}
