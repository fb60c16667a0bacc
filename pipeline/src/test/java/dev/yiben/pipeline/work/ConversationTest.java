package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceException;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {
  private static final int WINDOW = 4000;

  @TempDir Path folder;

  @Test
  void everyRequestContinuesTheOneBefore() throws Exception {
    ScriptedEngine engine = ScriptedEngine.keepingPrefixes(Chinese::answer, 100_000);
    lines(12).runOne(engine);
    List<GenerationRequest> requests = engine.requests();
    assertThat(requests).hasSizeGreaterThan(4);
    for (int i = 1; i < requests.size(); i++) {
      List<ChatMessage> before = new ArrayList<>(requests.get(i - 1).messages());
      before.add(ChatMessage.assistant(Chinese.answer(requests.get(i - 1))));
      assertThat(requests.get(i).messages()).startsWith(before.toArray(ChatMessage[]::new));
      assertThat(requests.get(i).messages()).hasSize(before.size() + 1);
      assertThat(requests.get(i).stream()).isNotEmpty().isEqualTo(requests.get(0).stream());
    }
  }

  @Test
  void beginsAnewWithTheLastSegmentsWhenTheWindowIsFull() throws Exception {
    ScriptedEngine engine = ScriptedEngine.keepingPrefixes(Chinese::answer, WINDOW);
    assertThat(lines(60).runOne(engine).count(Fate.TRANSLATED)).isEqualTo(60);
    int restarts = 0;
    for (int i = 1; i < engine.requests().size(); i++) {
      GenerationRequest request = engine.requests().get(i);
      int prompt = request.messages().stream().mapToInt(m -> m.content().length()).sum();
      assertThat(prompt + request.maxTokens()).isLessThanOrEqualTo(WINDOW);
      if (request.messages().size() < engine.requests().get(i - 1).messages().size()) {
        restarts++;
        assertThat(request.messages().get(1).content())
            .contains("|" + ScriptedEngine.texts(engine.requests().get(i - 1)).get(0));
      }
    }
    assertThat(restarts).isBetween(1, engine.requests().size() / 3);
  }

  @Test
  void resumedRunAsksWhatTheUninterruptedOneAsks() throws Exception {
    assertResumes(path -> lines(60, path), List.of(1, 2, 7, 20));
  }

  @Test
  void resumedRunAsksTheSameOfSegmentsWithHints() throws Exception {
    assertResumes(ConversationTest::hinted, List.of(1, 2, 3, 5, 7));
  }

  private void assertResumes(Function<Path, Job> job, List<Integer> deaths) throws Exception {
    ScriptedEngine whole = ScriptedEngine.keepingPrefixes(Chinese::answer, WINDOW);
    job.apply(folder).runOne(whole);
    for (int death : deaths) {
      Path other = Files.createDirectory(folder.resolve("death" + death));
      ScriptedEngine dying = ScriptedEngine.keepingPrefixes(answersBefore(death), WINDOW);
      assertThatThrownBy(() -> job.apply(other).runOne(dying))
          .isInstanceOf(InferenceException.class);
      ScriptedEngine resuming = ScriptedEngine.keepingPrefixes(Chinese::answer, WINDOW);
      job.apply(other).runOne(resuming);
      // A batch is stored when all of it is accepted.
      assertThat(whole.requests().size()).isGreaterThan(death);
      assertThat(messages(resuming))
          .isEqualTo(messages(whole).subList(death, whole.requests().size()));
    }
  }

  private static Function<GenerationRequest, String> answersBefore(int death) {
    AtomicInteger count = new AtomicInteger();
    return request -> {
      if (count.getAndIncrement() == death) {
        throw new InferenceException(InferenceException.Category.BACKEND_PERMANENT, "gone");
      }
      return Chinese.answer(request);
    };
  }

  @Test
  void remembersTheAcceptedTargetOfALineThatWasAskedAgain() throws Exception {
    AtomicInteger count = new AtomicInteger();
    ScriptedEngine engine =
        ScriptedEngine.keepingPrefixes(
            request ->
                count.getAndIncrement() == 0
                    ? Chinese.answer(request).replaceFirst("\n2\\|[^\n]*", "\n2|")
                    : Chinese.answer(request),
            100_000);
    lines(9).runOne(engine);
    GenerationRequest mending = engine.requests().get(1);
    assertThat(ScriptedEngine.texts(mending)).hasSize(1);
    assertThat(mending.messages()).startsWith(engine.requests().get(0).messages().get(0));
    assertThat(mending.messages()).hasSize(4);
    GenerationRequest next = engine.requests().get(2);
    assertThat(next.messages().get(1)).isEqualTo(engine.requests().get(0).messages().get(1));
    assertThat(next.messages().get(2).content())
        .isEqualTo(Chinese.answer(engine.requests().get(0)));
  }

  @Test
  void staysShortWhereNothingIsKept() throws Exception {
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    lines(30).runOne(engine);
    assertThat(engine.requests())
        .allSatisfy(
            request -> {
              assertThat(request.messages().size()).isLessThanOrEqualTo(4);
              assertThat(request.stream()).isEmpty();
            });
  }

  @Test
  void showsNothingWhereNoContextIsWanted() throws Exception {
    ScriptedEngine engine = ScriptedEngine.keepingPrefixes(Chinese::answer, 100_000);
    lines(30).context(0).runOne(engine);
    assertThat(engine.requests())
        .allSatisfy(
            request -> {
              assertThat(request.messages()).hasSize(2);
              assertThat(request.stream()).isEmpty();
            });
  }

  @Test
  void translatesTheScenesOfADocumentInStreamsOfTheirOwn() throws Exception {
    ScriptedEngine engine = ScriptedEngine.keepingPrefixes(Chinese::answer, 100_000);
    new Job(folder)
        .file("a.lines", "one line", "two line", "---", "three line", "four line")
        .batchTokens(10)
        .runOne(engine);
    assertThat(engine.requests().stream().map(GenerationRequest::stream).distinct()).hasSize(2);
    assertThat(engine.requests().stream().map(r -> r.messages().size()))
        .containsExactly(2, 4, 2, 4);
  }

  private Job lines(int count) {
    return lines(count, folder);
  }

  private static Job lines(int count, Path folder) {
    return new Job(folder)
        .file(
            "a.lines",
            IntStream.range(0, count)
                .mapToObj(i -> "line " + "abcdefghij ".repeat(1 + i % 3) + (char) ('a' + i % 26))
                .toArray(String[]::new))
        .batchTokens(80);
  }

  /** Some have a translation, some go on in the next, and all speak in turns. */
  private static Job hinted(Path folder) {
    return new Job(folder)
        .file(
            "a.lines",
            IntStream.range(0, 60)
                .mapToObj(
                    i ->
                        "line %d abcdefghij // speaker=%s pause=%d%s%s"
                            .formatted(
                                i,
                                i % 3 == 0 ? "Selby" : "Marlo",
                                i * 37 % 11,
                                i % 5 == 0 ? " continues=yes" : "",
                                i / 6 % 3 == 1 ? " existing=第" + i + "行" : ""))
                .toArray(String[]::new))
        .batchTokens(120);
  }

  private static List<List<ChatMessage>> messages(ScriptedEngine engine) {
    return engine.requests().stream().map(GenerationRequest::messages).toList();
  }
}
