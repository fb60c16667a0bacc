package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.DocumentResult.Status;
import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of projects, which are completed where they are. */
class CompletedFileTest {
  private static final String TRANSLATED = "The lamp burns. // existing=灯亮着。";

  @TempDir private Path folder;

  private final ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
  private Path out;

  @BeforeEach
  void writeWhatIsThere() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    out = folder.resolve("out/a.lines");
    Files.writeString(out, TRANSLATED + "\nThe sea waits.\n");
  }

  private Job job() {
    return new Job(folder).completed("a.lines", "The lamp burns.", "The sea waits.");
  }

  @Test
  void areCompletedWithoutBeingTold() throws InterruptedException {
    Job job = job();

    assertThat(job.runOne(engine).status()).isEqualTo(Status.WRITTEN);

    assertThat(engine.askedTexts()).containsExactly(List.of("The sea waits."));
    assertThat(job.output("a.lines"))
        .containsExactly(TRANSLATED, "The sea waits. // existing=" + Chinese.of("The sea waits."));
  }

  @Test
  void areLeftAloneWhenToldToSkipWhatIsThere() throws Exception {
    byte[] before = Files.readAllBytes(out);

    assertThat(job().onExists(OnExists.SKIP).runOne(engine).status()).isEqualTo(Status.SKIPPED);

    assertThat(out).hasBinaryContent(before);
  }

  @Test
  void areReplacedOnlyWhenToldToIfTranslationsAreMadeAnew() throws InterruptedException {
    assertThatThrownBy(() -> job().retranslate().runOne(engine))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("a.lines: exists already");

    DocumentResult result = job().retranslate().onExists(OnExists.REPLACE).runOne(engine);

    assertThat(result.status()).isEqualTo(Status.WRITTEN);
    assertThat(engine.askedTexts()).containsExactly(List.of("The lamp burns.", "The sea waits."));
  }

  @Test
  void areTheSameAfterAStopAsWithoutOne() throws Exception {
    Path other = Files.createDirectories(folder.resolve("uninterrupted"));
    List<String> expected = output(whole(other), new ScriptedEngine(Chinese::answer));
    ScriptedEngine stopping =
        new ScriptedEngine(
            request -> {
              if (ScriptedEngine.texts(request).contains("Third.")) {
                throw new InferenceException(
                    InferenceException.Category.BACKEND_PERMANENT, "refused");
              }
              return Chinese.answer(request);
            });
    assertThatThrownBy(() -> whole(folder).run(stopping)).hasMessage("refused");
    assertThat(folder.resolve("out/b.lines")).exists();
    assertThat(folder.resolve("out/c.lines")).doesNotExist();

    assertThat(output(whole(folder), engine)).isEqualTo(expected);
    assertThat(engine.askedTexts()).containsExactly(List.of("Third."));
  }

  private static Job whole(Path folder) {
    return new Job(folder)
        .completed("b.lines", "# Selby", "First.")
        .completed("c.lines", "# Selby", "Second.", "Third.")
        .batchTokens(1);
  }

  private static List<String> output(Job job, ScriptedEngine engine) throws InterruptedException {
    JobResult result = job.run(engine);
    assertThat(result.documents()).noneMatch(each -> each.status() == Status.FAILED);
    return List.of(job.output("b.lines").toString(), job.output("c.lines").toString());
  }

  @Test
  void areNotWrittenOverWhatSomebodyChangedMeanwhile() throws Exception {
    ScriptedEngine meddling =
        new ScriptedEngine(
            request -> {
              try {
                Files.writeString(out, TRANSLATED + "\nThe sea waits. // existing=mine\n");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return Chinese.answer(request);
            });

    DocumentResult result = job().runOne(meddling);

    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.failure().orElseThrow()).contains("a.lines", "changed meanwhile");
    assertThat(Files.readString(out)).endsWith("existing=mine\n");
    assertThat(job().runOne(engine).status()).isEqualTo(Status.UP_TO_DATE);
  }
}
