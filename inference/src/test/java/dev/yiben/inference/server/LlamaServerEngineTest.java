package dev.yiben.inference.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.Sampling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class LlamaServerEngineTest {
  @TempDir Path folder;
  private final List<String> progress = new ArrayList<>();
  private final List<String> deaths = new ArrayList<>();
  private final List<String> lastLines = new ArrayList<>();
  private StandInProgram program;

  @BeforeEach
  void writeProgram() throws Exception {
    program = new StandInProgram(folder);
  }

  @Test
  void startsAndEndsAServer() throws Exception {
    LlamaServerEngine engine = open(program.settings());

    assertThat(ask(engine).text()).isEqualTo("fine so");
    assertThat(engine.capabilities().slots()).isEqualTo(2);
    assertThat(engine.choices().toString()).contains("9999 (stand-in)");
    assertThat(program.anyAlive()).isTrue();
    engine.close();

    assertThat(program.anyAlive()).isFalse();
    assertThat(progress).isEmpty();
    assertThat(Files.readString(folder.resolve("llama-server.log"))).contains("is listening");
  }

  @Test
  void givesTheServerItsSlotsAndOptionsButNoKeyInItsArguments() throws Exception {
    try (LlamaServerEngine engine = open(program.settings("--cache-type-k", "q8_0"))) {
      List<String> arguments = program.argumentsOf(program.processes().get(0));
      assertThat(arguments)
          .containsSequence("--host", "127.0.0.1")
          .containsSequence("--parallel", "2")
          .containsSequence("--ctx-size", "8192")
          .endsWith("--cache-type-k", "q8_0")
          .contains("--jinja", "--no-webui");
      // The stand-in refuses all requests without the key that is in its environment.
      assertThat(ask(engine).text()).isEqualTo("fine so");
      assertThat(String.join(" ", arguments)).doesNotContainIgnoringCase("key");
    }
  }

  @Test
  void answersUnderOtherArgumentsAreNotTakenForTheSame() throws Exception {
    List<String> fingerprints = new ArrayList<>();
    for (LlamaServerSettings settings :
        List.of(program.settings(), program.settings(), program.settings("--lora", "a.gguf"))) {
      try (LlamaServerEngine engine = open(settings)) {
        fingerprints.add(engine.capabilities().fingerprint());
      }
    }
    assertThat(fingerprints.get(1)).isEqualTo(fingerprints.get(0));
    assertThat(fingerprints.get(2)).isNotEqualTo(fingerprints.get(0));
  }

  @Test
  void waitsForAModelThatLoadsSlowly() throws Exception {
    program.that("slow", "1500");
    long start = System.nanoTime();
    try (LlamaServerEngine engine = open(program.settings())) {
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThan(Duration.ofMillis(1500));
      assertThat(ask(engine).text()).isEqualTo("fine so");
    }
  }

  @Test
  void endsAServerThatDoesNotGetReady() throws Exception {
    program.that("slow", "100000");
    LlamaServerSettings usual = program.settings();
    LlamaServerSettings hasty =
        new LlamaServerSettings(
            usual.program(), usual.load(), List.of(), usual.log(), Duration.ofSeconds(3));

    assertThatThrownBy(() -> open(hasty)).hasMessageContaining("is not ready after");
    assertThat(program.anyAlive()).isFalse();
  }

  @Test
  void tellsWhatAServerWroteThatDiesAtItsStart() throws Exception {
    program.that("dies-at-start", "loading\nerror: the tensor blk.0 is wrong");

    assertThatThrownBy(() -> open(program.settings()))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("(exit code 1): error: the tensor blk.0 is wrong; its log is");
    assertThat(deaths)
        .containsExactly("llama-server ended at its start (exit code 1); it wrote last:");
    assertThat(lastLines).contains("error: the tensor blk.0 is wrong");
  }

  @Test
  void saysThatAServerIsTooOldForAModel() throws Exception {
    program.that(
        "dies-at-start",
        "llama_model_load: error loading model: error loading model architecture: unknown model"
            + " architecture: 'qwen9'");

    assertThatThrownBy(() -> open(program.settings()))
        .hasMessageContaining("(version 9999 (stand-in)) does not know the architecture 'qwen9'")
        .hasMessageContaining("get a newer llama.cpp")
        .extracting(e -> ((InferenceException) e).category())
        .isEqualTo(Category.USER);
  }

  @Test
  void namesTheKnobsWhenMemoryIsShort() throws Exception {
    program.that("dies-at-start", "ggml_backend_cuda: cudaMalloc failed: out of memory");

    assertThatThrownBy(() -> open(program.settings()))
        .hasMessageContaining("--gpu-layers")
        .extracting(e -> ((InferenceException) e).category())
        .isEqualTo(Category.RESOURCE);
  }

  @Test
  void takesAnotherPortWhenOneIsTaken() throws Exception {
    program.script(
        "if [ ! -e '%1$s/second' ]; then case \"$*\" in *--version*) ;; *) : >'%1$s/second'; echo 'couldn'\\''t bind HTTP server socket'; exit 1;; esac; fi"
            .formatted(folder));
    try (LlamaServerEngine engine = open(program.settings())) {
      assertThat(ask(engine).text()).isEqualTo("fine so");
      assertThat(deaths).isEmpty();
    }
    assertThat(folder.resolve("second")).exists();
  }

  @Test
  void startsAServerAgainThatDiesAndRepeatsTheRequest() throws Exception {
    program.that("dies-after", "1");
    try (LlamaServerEngine engine = open(program.settings())) {
      assertThat(ask(engine).text()).isEqualTo("fine so");
      List<String> heard = new ArrayList<>();

      GenerationResult result =
          engine.generate(
              request(),
              new GenerationListener() {
                @Override
                public boolean onText(String piece) {
                  heard.add(piece);
                  return true;
                }

                @Override
                public void onRestart() {
                  heard.clear();
                }
              });

      assertThat(result.text()).isEqualTo("fine so");
      assertThat(String.join("", heard)).isEqualTo("fine so");
      assertThat(deaths)
          .containsExactly("llama-server died (aborted) and is started again; it wrote last:");
      assertThat(lastLines).contains("GGML_ASSERT(n > 0) failed");
      assertThat(program.processes()).hasSize(2);
    }
    assertThat(program.anyAlive()).isFalse();
  }

  @Test
  void repeatsAllRequestsThatADeadServerHad() throws Exception {
    program.that("dies-after", "5");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (LlamaServerEngine engine = open(program.settings())) {
      List<Future<GenerationResult>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(threads.submit(() -> ask(engine)));
      }
      for (Future<GenerationResult> answer : answers) {
        assertThat(answer.get().text()).isEqualTo("fine so");
      }
      assertThat(program.processes()).hasSize(2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void givesUpAServerThatDiesAgainAndAgain() throws Exception {
    program.that("always-dies-after", "0");
    try (LlamaServerEngine engine = open(program.settings())) {
      assertThatThrownBy(() -> ask(engine))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("GGML_ASSERT(n > 0) failed");
      assertThat(program.processes()).hasSize(4);
    }
  }

  @Test
  void killsAServerThatDoesNotEnd() throws Exception {
    // The virtual machine leaves a signal alone that is ignored when it starts.
    program.script("trap '' TERM");
    LlamaServerEngine engine = open(program.settings());
    assertThat(program.anyAlive()).isTrue();

    engine.close();

    assertThat(program.anyAlive()).isFalse();
  }

  @Test
  void endsTheServerWhenItIsInterruptedAtTheStart() throws Exception {
    program.that("slow", "100000");
    Thread opening =
        new Thread(
            () -> {
              try {
                LlamaServerEngine.open(program.settings(), ServerListener.NONE).close();
              } catch (InterruptedException e) {
                progress.add("interrupted");
              }
            });
    opening.start();
    while (program.processes().isEmpty()) {
      Thread.sleep(20);
    }

    opening.interrupt();
    opening.join();

    assertThat(progress).containsExactly("interrupted");
    assertThat(program.anyAlive()).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesNoServerBehindWhenItsProcessIsKilled() throws Exception {
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OwnerOfServer.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("owner.log").toFile())
            .start();
    while (!Files.exists(folder.resolve("owned"))) {
      assertThat(owner.isAlive()).as("owner, see %s", folder).isTrue();
      Thread.sleep(20);
    }
    assertThat(program.anyAlive()).isTrue();

    owner.destroyForcibly().waitFor();

    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (program.anyAlive() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(program.anyAlive()).isFalse();
  }

  @Test
  void keepsItsLogBounded() throws Exception {
    program.script(
        "case \"$*\" in *--version*) ;; *) yes 'a line of a very talkative server' | head -c 20000000 >&2;; esac");
    open(program.settings()).close();

    assertThat(Files.size(folder.resolve("llama-server.log"))).isLessThan(9_000_000);
    assertThat(Files.size(folder.resolve("llama-server.log.old"))).isLessThan(9_000_000);
  }

  @Test
  void saysWhereToGetAMissingProgram() {
    assertThatThrownBy(() -> ServerProgram.find(Optional.empty(), folder + "/none"))
        .hasMessageContaining("There is no llama-server on the PATH")
        .hasMessageContaining("--llama-server");
    assertThatThrownBy(() -> ServerProgram.find(Optional.of(folder.resolve("none")), ""))
        .hasMessageContaining("there is no such program");
    assertThat(ServerProgram.find(Optional.empty(), "/none:" + folder))
        .isEqualTo(program.program());
  }

  @Test
  void refusesWhatIsNoProgram() throws Exception {
    Files.writeString(program.program(), "not a program");

    assertThatThrownBy(() -> open(program.settings()))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("ended by itself (it cannot be executed)");
  }

  private LlamaServerEngine open(LlamaServerSettings settings) throws InterruptedException {
    return LlamaServerEngine.open(
        settings,
        new ServerListener() {
          @Override
          public void onProgress(String line) {
            progress.add(line);
          }

          @Override
          public void onDeath(String line, List<String> last) {
            deaths.add(line);
            lastLines.addAll(last);
          }
        });
  }

  private static GenerationResult ask(LlamaServerEngine engine) throws InterruptedException {
    return engine.generate(request(), GenerationListener.NONE);
  }

  private static GenerationRequest request() {
    return new GenerationRequest(
        List.of(ChatMessage.user("Hello")), Optional.empty(), Sampling.greedy(), 20);
  }
}
