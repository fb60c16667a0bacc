package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.ChatMessage;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file has a translation of already is kept, and helps with the rest. */
class ExistingTranslationTest {
  @TempDir private Path folder;

  private final ScriptedEngine engine = new ScriptedEngine(Chinese::answer);

  @Test
  void keepsWhatIsTranslatedAlreadyAndShowsItAsContext() throws InterruptedException {
    Job job = new Job(folder).file("a.lines", "The lamp burns. // existing=灯亮着。", "The sea waits.");

    DocumentResult result = job.runOne(engine);

    assertThat(engine.askedTexts()).containsExactly(List.of("The sea waits."));
    assertThat(conversation(0)).contains("The lamp burns.", "灯亮着。");
    assertThat(job.output("a.lines").get(0)).isEqualTo("The lamp burns. // existing=灯亮着。");
    SegmentOutcome kept = result.segments().get(0);
    assertThat(kept.fate()).isEqualTo(Fate.SKIPPED);
    assertThat(kept.reason()).isEqualTo("already-translated");
    assertThat(kept.target().marked()).isEqualTo("灯亮着。");
  }

  @Test
  void translatesItAnewWhenTold() throws InterruptedException {
    Job job =
        new Job(folder)
            .file("a.lines", "The lamp burns. // existing=灯亮着。", "The sea waits.")
            .retranslate();

    job.runOne(engine);

    assertThat(engine.askedTexts()).containsExactly(List.of("The lamp burns.", "The sea waits."));
    assertThat(conversation(0)).doesNotContain("灯亮着。");
  }

  @Test
  void doesNotShowWhatHasOtherCodesThanItsSource() throws InterruptedException {
    Job job =
        new Job(folder)
            .file("a.lines", "The <b>lamp</b> burns. // existing=灯亮着。", "The sea waits.");

    DocumentResult result = job.runOne(engine);

    assertThat(conversation(0)).doesNotContain("灯亮着。");
    assertThat(result.segments().get(0).target().marked()).isEqualTo("灯亮着。");
  }

  @Test
  void labelsTakeTheTranslationThatTheDocumentHasOfAnother() throws InterruptedException {
    Job job =
        new Job(folder)
            .file("a.lines", "# Selby", "The sea waits.", "# Selby // existing=塞尔比", "The end.");

    DocumentResult result = job.runOne(engine);

    assertThat(engine.askedTexts()).containsExactly(List.of("The sea waits.", "The end."));
    assertThat(result.segments().get(0).fate()).isEqualTo(Fate.REUSED);
    assertThat(job.output("a.lines").get(0)).isEqualTo("塞尔比");
    assertThat(job.plan(engine).documents().get(0).segments().get(0).fate()).isEqualTo(Fate.REUSED);
  }

  @Test
  void runningTextTakesItBetweenTheSameNeighboursOnly() throws InterruptedException {
    Job job =
        new Job(folder)
            .file(
                "a.lines",
                "Who?",
                "Yes. // existing=是的。",
                "Go on.",
                "---",
                "Who?",
                "Yes.",
                "Go on.",
                "---",
                "Where?",
                "Yes.",
                "Go on.");

    DocumentResult result = job.runOne(engine);

    assertThat(result.segments().get(4).fate()).isEqualTo(Fate.REUSED);
    assertThat(result.segments().get(4).target().marked()).isEqualTo("是的。");
    assertThat(result.segments().get(7).fate()).isEqualTo(Fate.TRANSLATED);
  }

  @Test
  void laterFilesOfTheRunTakeItToo() throws InterruptedException {
    Job job =
        new Job(folder)
            .file("a.lines", "# Selby // existing=塞尔比", "The sea waits.")
            .file("b.lines", "# Selby", "The sea sleeps.");

    JobResult result = job.run(engine);

    assertThat(result.documents().get(1).segments().get(0).fate()).isEqualTo(Fate.REUSED);
    assertThat(job.output("b.lines").get(0)).isEqualTo("塞尔比");
  }

  @Test
  void whatAnEarlierFileIsAskedForIsNotDecidedByALaterOne() throws InterruptedException {
    for (int parallel : new int[] {1, 8}) {
      Job job =
          new Job(folder)
              .file("a.lines", "# Selby")
              .file("b.lines", "# Selby // existing=塞尔比")
              .file("c.lines", "# Selby")
              .onExists(OnExists.REPLACE)
              .restart()
              .parallel(parallel);

      job.run(engine);

      assertThat(job.output("c.lines")).isEqualTo(job.output("a.lines"));
    }
  }

  @Test
  void aConversationThatGrowsIsToldWhatStandsBetweenItsBatches() throws InterruptedException {
    ScriptedEngine growing = ScriptedEngine.keepingPrefixes(Chinese::answer, 100_000);
    Job job =
        new Job(folder)
            .file(
                "a.lines",
                "The first.",
                "One. // existing=一。",
                "Two. // existing=二。",
                "Three. // existing=三。",
                "Four. // existing=四。",
                "Five. // existing=五。",
                "The last.");

    job.runOne(growing);

    assertThat(growing.askedTexts()).containsExactly(List.of("The first."), List.of("The last."));
    assertThat(text(growing, 1)).containsSubsequence("The first.", "一。", "五。", "The last.");
  }

  private String conversation(int request) {
    return text(engine, request);
  }

  private static String text(ScriptedEngine engine, int request) {
    return engine.requests().get(request).messages().stream()
        .map(ChatMessage::content)
        .collect(Collectors.joining("\n"));
  }
}
