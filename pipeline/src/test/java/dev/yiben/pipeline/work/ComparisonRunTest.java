package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.GenerationRequest;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments of a job beside each other, once all of its files are finished. */
class ComparisonRunTest {
  private static final String SAME = "the keeper lights the lamp at dusk";

  @TempDir Path folder;
  private Job job;

  @BeforeEach
  void setUp() {
    job =
        new Job(folder)
            .file("a.lines", "the first of them", SAME, "and then he sleeps")
            .file("b.lines", "the second of them", SAME, "and then she wakes");
  }

  @Test
  void findsOneSourceWithTwoTargetsInTwoFiles() throws InterruptedException {
    JobResult result = job.run(new ScriptedEngine(ComparisonRunTest::inconsistent));

    assertThat(ids(result)).contains("CON-002");
  }

  @Test
  void findsNothingWhereTheyAreTheSame() throws InterruptedException {
    assertThat(ids(job.run(new ScriptedEngine(Chinese::answer)))).doesNotContain("CON-002");
  }

  @Test
  void findsTheSameWhenNothingIsLeftToAsk() throws InterruptedException {
    List<Finding> first = findings(job.run(new ScriptedEngine(ComparisonRunTest::inconsistent)));
    ScriptedEngine again = new ScriptedEngine(ComparisonRunTest::inconsistent);

    assertThat(findings(job.run(again))).isEqualTo(first);
    assertThat(again.requests()).isEmpty();
  }

  private static String inconsistent(GenerationRequest request) {
    String answer = Chinese.answer(request);
    boolean second = ScriptedEngine.texts(request).contains("the second of them");
    return second
        ? answer.replace(Chinese.of("lamp at dusk"), Chinese.of("lantern at night"))
        : answer;
  }

  private static List<String> ids(JobResult result) {
    return findings(result).stream().map(Finding::id).toList();
  }

  private static List<Finding> findings(JobResult result) {
    return result.documents().stream()
        .map(DocumentResult::segments)
        .flatMap(List::stream)
        .flatMap(segment -> segment.findings().stream())
        .toList();
  }
}
