package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Term;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceException;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.prompt.JsonLines;
import dev.yiben.pipeline.prompt.LineForm;
import dev.yiben.pipeline.rehearsal.RehearsalEngine;
import dev.yiben.pipeline.report.CharacterCount;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslatorTest {
  @TempDir Path folder;

  @Test
  void echoGivesTheSameBytes() throws Exception {
    Job job = new Job(folder).file("a.lines", "one <b>two</b> three", "", "12 34", "⟦7⟧ odd");
    DocumentResult result = job.runOne(RehearsalEngine.echo());
    assertThat(Files.readAllBytes(job.outputPath("a.lines")))
        .isEqualTo(Files.readAllBytes(folder.resolve("a.lines")));
    assertThat(result.count(Fate.TRANSLATED)).isEqualTo(2);
    assertThat(result.count(Fate.SKIPPED)).isEqualTo(2);
  }

  @Test
  void pseudoKeepsEveryCode() throws Exception {
    Job job = new Job(folder).file("a.lines", "one <b>two<x/></b> three");
    job.runOne(RehearsalEngine.pseudo());
    assertThat(job.output("a.lines")).containsExactly("[ööñéé <b>ţŵöö<x/></b> ţĥŕéééé]");
  }

  @Test
  void translatesAsManyStreamsAtOnceAsTheEngineHasSlots() throws Exception {
    String[] scenes =
        IntStream.range(0, 24)
            .mapToObj(i -> i % 2 == 0 ? "scene " + i : "---")
            .toArray(String[]::new);
    CountDownLatch eight = new CountDownLatch(8);
    AtomicInteger alone = new AtomicInteger();
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> {
              eight.countDown();
              try {
                if (!eight.await(10, TimeUnit.SECONDS)) {
                  alone.incrementAndGet();
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Chinese.answer(request);
            });

    new Job(folder).file("a.lines", scenes).parallel(0).runOne(engine);

    assertThat(alone).hasValue(0);
  }

  @Test
  void charactersAddUp() throws Exception {
    Job job =
        new Job(folder).file("a.lines", "# a heading", "one", "12 34", "stubborn", "# a heading");
    DocumentResult result =
        job.runOne(
            new ScriptedEngine(
                request -> Chinese.answer(request).replace(Chinese.of("stubborn"), "")));
    CharacterCount count = CharacterCount.of(result);
    assertThat(count.keptAsSource()).isEqualTo("stubborn".length());
    assertThat(count.reused()).isEqualTo("#aheading".length());
    assertThat(count.skipped()).containsEntry("no-letters", 4L);
    assertThat(count.translated() + count.reused() + count.keptAsSource() + 4)
        .isEqualTo(count.total());
  }

  @Test
  void showsPrecedingSegmentsWithTheirTranslations() throws Exception {
    Job job =
        new Job(folder)
            .file("a.lines", "first line", "second line", "third line", "---", "other scene")
            .context(1)
            .batchTokens(12);
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    job.runOne(engine);
    assertThat(engine.askedTexts())
        .containsExactly(
            List.of("first line"),
            List.of("second line"),
            List.of("third line"),
            List.of("other scene"));
    assertThat(context(engine.requests().get(0))).isEmpty();
    assertThat(context(engine.requests().get(2)))
        .containsExactly("1|second line", "1|" + Chinese.of("second line"));
    assertThat(context(engine.requests().get(3))).isEmpty();
  }

  @Test
  void dropsContextThatDoesNotFitTheWindow() throws Exception {
    String[] lines =
        IntStream.range(0, 20)
            .mapToObj(i -> "line " + "abcdefghij ".repeat(3) + i)
            .toArray(String[]::new);
    Job job = new Job(folder).file("a.lines", lines).context(20);
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer, 2000);
    DocumentResult result = job.runOne(engine);
    assertThat(result.count(Fate.TRANSLATED)).isEqualTo(20);
    for (GenerationRequest request : engine.requests()) {
      int prompt = request.messages().stream().mapToInt(m -> m.content().length()).sum();
      assertThat(prompt + request.maxTokens()).isLessThanOrEqualTo(2000);
    }
    assertThat(engine.requests()).anyMatch(request -> !context(request).isEmpty());
  }

  @Test
  void keepsWhatIsLongerThanTheWindow() throws Exception {
    Job job = new Job(folder).file("a.lines", "short", "long ".repeat(400));
    DocumentResult result = job.runOne(new ScriptedEngine(Chinese::answer, 2000));
    assertThat(result.segments().get(0).fate()).isEqualTo(Fate.TRANSLATED);
    assertThat(result.segments().get(1).fate()).isEqualTo(Fate.KEPT_AS_SOURCE);
    assertThat(result.segments().get(1).reason()).contains("context window");
  }

  @Test
  void showsOnlyTheTermsOfABatch() throws Exception {
    Job job =
        new Job(folder)
            .file("a.lines", "Marlo sleeps", "Selby wakes")
            .glossary(
                Glossary.of(
                    List.of(Term.of("Marlo", "马洛"), Term.of("Selby", "塞尔比"), Term.of("Ada", "艾达"))))
            .context(0)
            .batchTokens(12);
    ScriptedEngine engine =
        new ScriptedEngine(r -> "1|" + (r.toString().contains("Marlo s") ? "马洛" : "塞尔比") + "睡觉");
    DocumentResult result = job.runOne(engine);
    assertThat(last(engine.requests().get(0))).contains("Marlo = 马洛").doesNotContain("塞尔比");
    assertThat(last(engine.requests().get(1))).contains("Selby = 塞尔比").doesNotContain("马洛");
    assertThat(result.segments()).allMatch(segment -> segment.findings().isEmpty());
  }

  @Test
  void asksOnceMoreForAViolatedTermAndThenReportsIt() throws Exception {
    Job job =
        new Job(folder)
            .file("a.lines", "Marlo sleeps in the garden")
            .glossary(Glossary.of(List.of(Term.of("Marlo", "马洛"))));
    ScriptedEngine engine = new ScriptedEngine(request -> "1|他在花园里睡觉");
    DocumentResult result = job.runOne(engine);
    assertThat(engine.requests()).hasSize(2);
    assertThat(last(engine.requests().get(1))).contains("\"Marlo\" must be \"马洛\"");
    assertThat(result.segments().get(0).fate()).isEqualTo(Fate.TRANSLATED);
    assertThat(result.segments().get(0).findings()).extracting(Finding::id).contains("TERM-001");
  }

  @Test
  void translatesTheSameSourceInTheSameContextOnce() throws Exception {
    Job job =
        new Job(folder)
            .file("a.lines", "# The <b>End</b>", "yes", "a", "yes", "b", "---", "# The <i>End</i>")
            .file("b.lines", "# The <b>End</b>");
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    JobResult result = job.run(engine);
    long asked =
        engine.askedTexts().stream()
            .flatMap(List::stream)
            .filter(text -> text.equals("# The ⟦1⟧End⟦/1⟧"))
            .count();
    assertThat(asked).isEqualTo(1);
    assertThat(engine.askedTexts().stream().flatMap(List::stream).filter("yes"::equals)).hasSize(2);
    assertThat(job.output("a.lines")).last().asString().contains("<i>").contains("</i>");
    assertThat(result.documents().get(1).segments().get(0).fate()).isEqualTo(Fate.REUSED);
    assertThat(job.output("b.lines").get(0)).contains("<b>");
  }

  @Test
  void resumesWithoutAskingAgainAfterTheEngineBroke() throws Exception {
    String[] lines =
        IntStream.range(0, 12).mapToObj(i -> "line number " + i).toArray(String[]::new);
    Job whole = new Job(Files.createDirectory(folder.resolve("whole"))).file("a.lines", lines);
    ScriptedEngine uninterrupted = new ScriptedEngine(TranslatorTest::answerOfContext);
    whole.batchTokens(30).runOne(uninterrupted);

    for (int breakAt = 0; breakAt < uninterrupted.requests().size(); breakAt++) {
      Path place = Files.createDirectory(folder.resolve("broken" + breakAt));
      Job broken = new Job(place).file("a.lines", lines).batchTokens(30);
      int last = breakAt;
      AtomicInteger asked = new AtomicInteger();
      ScriptedEngine first =
          new ScriptedEngine(
              request -> {
                if (asked.getAndIncrement() == last) {
                  throw new InferenceException(
                      InferenceException.Category.RESOURCE, "out of memory");
                }
                return answerOfContext(request);
              });
      assertThatThrownBy(() -> broken.run(first)).isInstanceOf(InferenceException.class);
      assertThat(broken.outputPath("a.lines")).doesNotExist();

      ScriptedEngine second = new ScriptedEngine(TranslatorTest::answerOfContext);
      broken.runOne(second);
      assertThat(broken.output("a.lines")).isEqualTo(whole.output("a.lines"));
      assertThat(
              Stream.concat(first.askedTexts().stream().limit(last), second.askedTexts().stream()))
          .containsExactlyElementsOf(uninterrupted.askedTexts());
    }
  }

  @Test
  void runningAFinishedJobAgainAsksNothingAndChangesNothing() throws Exception {
    Job job = new Job(folder).file("a.lines", "one", "two");
    job.runOne(new ScriptedEngine(Chinese::answer));
    ScriptedEngine again = new ScriptedEngine(Chinese::answer);
    assertThat(job.runOne(again).status()).isEqualTo(DocumentResult.Status.UP_TO_DATE);
    assertThat(again.requests()).isEmpty();
    ScriptedEngine restarted = new ScriptedEngine(Chinese::answer);
    job.restart().runOne(restarted);
    assertThat(restarted.requests()).hasSize(1);
  }

  @Test
  void asksOnlyForSegmentsWhoseTermsChanged() throws Exception {
    Job job = new Job(folder).file("a.lines", "Marlo sleeps", "nobody wakes");
    job.runOne(new ScriptedEngine(Chinese::answer));
    ScriptedEngine again = new ScriptedEngine(request -> "1|马洛睡觉");
    job.glossary(Glossary.of(List.of(Term.of("Marlo", "马洛")))).runOne(again);
    assertThat(again.askedTexts()).containsExactly(List.of("Marlo sleeps"));
    assertThat(job.output("a.lines").get(0)).isEqualTo("马洛睡觉");
  }

  @Test
  void refusesToReplaceWhatItHasNotWritten() throws Exception {
    Job job = new Job(folder).file("a.lines", "one");
    Files.createDirectories(job.outputPath("a.lines").getParent());
    Files.writeString(job.outputPath("a.lines"), "mine");
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    assertThatThrownBy(() -> job.run(engine))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("exists already");
    assertThat(engine.requests()).isEmpty();
    assertThat(job.onExists(OnExists.SKIP).runOne(engine).status())
        .isEqualTo(DocumentResult.Status.SKIPPED);
    assertThat(job.output("a.lines")).containsExactly("mine");
    job.onExists(OnExists.REPLACE).runOne(engine);
    assertThat(job.output("a.lines")).containsExactly(Chinese.of("one"));
  }

  @Test
  void goesOnAfterAFileThatCannotBeRead() throws Exception {
    Job job = new Job(folder).file("a.lines", "broken").file("b.lines", "one");
    JobResult result = job.run(new ScriptedEngine(Chinese::answer));
    assertThat(result.documents().get(0).status()).isEqualTo(DocumentResult.Status.FAILED);
    assertThat(result.documents().get(0).failure().orElseThrow()).contains("line 0: is broken");
    assertThat(job.output("b.lines")).containsExactly(Chinese.of("one"));
  }

  @Test
  void refusesAJobThatIsRunning() throws Exception {
    Job job = new Job(folder).file("a.lines", "one");
    List<String> messages = new ArrayList<>();
    job.run(
        new ScriptedEngine(
            request -> {
              try {
                job.run(new ScriptedEngine(Chinese::answer));
              } catch (JobException e) {
                messages.add(e.getMessage());
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Chinese.answer(request);
            }));
    assertThat(messages).hasSize(1).first().asString().contains("running already");
  }

  @Test
  void parallelStreamsGiveTheSameResult() throws Exception {
    String[] lines =
        IntStream.range(0, 40)
            .mapToObj(i -> i % 5 == 4 ? "---" : "some text " + i)
            .toArray(String[]::new);
    Job one = new Job(Files.createDirectory(folder.resolve("one"))).file("a.lines", lines);
    Job four = new Job(Files.createDirectory(folder.resolve("four"))).file("a.lines", lines);
    one.runOne(new ScriptedEngine(TranslatorTest::answerOfContext));
    four.parallel(4).runOne(new ScriptedEngine(TranslatorTest::answerOfContext));
    assertThat(four.output("a.lines")).isEqualTo(one.output("a.lines"));
  }

  @Test
  void interruptionLeavesWhatIsFinishedInTheStore() throws Exception {
    Job job = new Job(folder).file("a.lines", "first line", "second line").batchTokens(12);
    Thread runner = Thread.currentThread();
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> {
              if (ScriptedEngine.texts(request).contains("second line")) {
                runner.interrupt();
                throw new InferenceException(
                    InferenceException.Category.BACKEND_TRANSIENT, "stopped");
              }
              return Chinese.answer(request);
            });
    try {
      job.run(engine);
    } catch (InterruptedException | InferenceException e) {
      assertThat(Thread.interrupted() || e instanceof InterruptedException).isTrue();
    }
    ScriptedEngine again = new ScriptedEngine(Chinese::answer);
    job.runOne(again);
    assertThat(again.askedTexts()).containsExactly(List.of("second line"));
  }

  @Test
  void triesAgainWhereTheEngineFailsForAMoment() throws Exception {
    Job job = new Job(folder).file("a.lines", "one", "two");
    AtomicInteger asked = new AtomicInteger();
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> {
              if (asked.getAndIncrement() == 0) {
                throw new InferenceException(InferenceException.Category.BACKEND_TRANSIENT, "busy");
              }
              return Chinese.answer(request);
            });
    assertThat(job.runOne(engine).count(Fate.TRANSLATED)).isEqualTo(2);
    assertThat(engine.askedTexts()).containsExactly(List.of("one", "two"), List.of("one", "two"));
  }

  @Test
  void planAsksAndWritesNothing() throws Exception {
    Job job = new Job(folder).file("a.lines", "one two", "12", "# same", "# same");
    JobResult plan = job.plan(RehearsalEngine.echo());
    DocumentResult document = plan.documents().get(0);
    assertThat(document.status()).isEqualTo(DocumentResult.Status.PLANNED);
    assertThat(document.count(Fate.TRANSLATED)).isEqualTo(2);
    assertThat(document.count(Fate.SKIPPED)).isEqualTo(1);
    assertThat(document.count(Fate.REUSED)).isEqualTo(1);
    assertThat(document.usage().requests()).isEqualTo(1);
    assertThat(folder.resolve("job")).doesNotExist();
    assertThat(job.outputPath("a.lines")).doesNotExist();
  }

  @Test
  void leavesNoPartOfAnOutputBehindWhenWritingFails() throws IOException, InterruptedException {
    Job job = new Job(folder).file("a.lines", "one");
    Files.createDirectories(job.outputPath("a.lines"));
    Files.writeString(job.outputPath("a.lines").resolve("full"), "x");
    DocumentResult result =
        job.onExists(OnExists.REPLACE).runOne(new ScriptedEngine(Chinese::answer));
    assertThat(result.status()).isEqualTo(DocumentResult.Status.FAILED);
    assertThat(folder.resolve("out").resolve(".a.lines.part")).doesNotExist();
  }

  @Test
  void asksForJsonWhereSchemasAreAllThatIsEnforced() throws Exception {
    Job job = new Job(folder).file("a.lines", "first <b>line</b>", "second line").batchTokens(20);
    ScriptedEngine engine =
        ScriptedEngine.enforcingSchemas(
            request -> LineForm.JSON.answer(Chinese.translations(request)));
    assertThat(job.runOne(engine).count(Fate.TRANSLATED)).isEqualTo(2);
    GenerationRequest second = engine.requests().get(1);
    assertThat(second.constraint()).contains(JsonLines.schema(1));
    assertThat(second.messages().get(0).content()).contains("JSON").doesNotContain("${");
    assertThat(context(second).get(1)).startsWith("{\"1\":\"");
    assertThat(last(second)).isEqualTo("1|second line");
  }

  @Test
  void worksOnSeveralFilesAtOnceAndFinishesThemInOrder() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Job job =
        new Job(folder)
            .file("a.lines", "first line", "same label")
            .file("b.lines", "other line", "same label")
            .parallel(2);
    List<Path> finished = new ArrayList<>();
    JobResult result =
        job.run(
            new ScriptedEngine(
                request -> {
                  both.countDown();
                  awaitOrFail(both);
                  return Chinese.answer(request);
                }),
            new ProgressListener() {
              @Override
              public void onDocumentFinished(DocumentResult document) {
                finished.add(document.input().getFileName());
              }
            });
    assertThat(result.documents()).allMatch(d -> d.status() == DocumentResult.Status.WRITTEN);
    assertThat(finished).containsExactly(Path.of("a.lines"), Path.of("b.lines"));
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The second file was not begun");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void asksOnceForWhatSeveralFilesHaveInCommon() throws Exception {
    Job job =
        new Job(folder)
            .file("a.lines", "# A label", "# Stubborn label")
            .file("b.lines", "# A label", "# Stubborn label", "# Another")
            .parallel(4);
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> Chinese.answer(request).replace(Chinese.of("# Stubborn label"), ""));
    JobResult result = job.run(engine);
    DocumentResult second = result.documents().get(1);
    assertThat(engine.askedTexts().stream().flatMap(List::stream))
        .filteredOn("# A label"::equals)
        .hasSize(1);
    assertThat(second.segments().get(0).fate()).isEqualTo(Fate.REUSED);
    assertThat(second.segments().get(0).target().marked()).isEqualTo(Chinese.of("# A label"));
    assertThat(second.segments().get(1).fate()).isEqualTo(Fate.KEPT_AS_SOURCE);
    assertThat(second.segments().get(1).reason()).isNotEmpty();
    assertThat(second.segments().get(2).fate()).isEqualTo(Fate.TRANSLATED);
  }

  @Test
  void stopsAllFilesWhenTheEngineCannotGoOn() throws Exception {
    Job job = new Job(folder).file("a.lines", "waits").file("b.lines", "fails").parallel(2);
    CountDownLatch never = new CountDownLatch(1);
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> {
              if (ScriptedEngine.texts(request).contains("fails")) {
                throw new InferenceException(
                    InferenceException.Category.BACKEND_PERMANENT, "refused");
              }
              awaitOrFail(never);
              return "";
            });
    assertThatThrownBy(() -> job.run(engine))
        .isInstanceOf(InferenceException.class)
        .hasMessage("refused");
  }

  /** An answer that depends on the whole conversation, so that a changed context shows. */
  private static String answerOfContext(GenerationRequest request) {
    String hash = Integer.toString(Math.abs(request.messages().hashCode() % 1000));
    return String.join(
        "\n", Chinese.answer(request).lines().map(line -> line + "·" + hash).toList());
  }

  private static List<String> context(GenerationRequest request) {
    return request.messages().stream()
        .filter(message -> message.role() != ChatMessage.Role.SYSTEM)
        .limit(Math.max(0, request.messages().size() - 2))
        .map(ChatMessage::content)
        .toList();
  }

  private static String last(GenerationRequest request) {
    return request.messages().get(request.messages().size() - 1).content();
  }
}
