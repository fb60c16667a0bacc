package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Term;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceException;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.memory.MemoryLanguages;
import dev.yiben.pipeline.memory.MemoryPlace;
import dev.yiben.pipeline.memory.MemoryReuse;
import dev.yiben.pipeline.memory.MemoryUnit;
import dev.yiben.pipeline.memory.Origin;
import dev.yiben.pipeline.memory.TranslationMemory;
import dev.yiben.pipeline.rehearsal.RehearsalEngine;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs take from the translation memory, and what they leave there. */
class MemoryRunTest {
  private static final String[] CHAPTER =
      IntStream.range(0, 40)
          .mapToObj(i -> i == 20 ? "---" : "Sentence number " + i + " of a book")
          .toArray(String[]::new);

  @TempDir Path folder;

  private Job job(String name) throws IOException {
    return new Job(Files.createDirectories(folder.resolve(name)))
        .memory(folder.resolve("memories"));
  }

  private static List<String> asked(ScriptedEngine engine) {
    return engine.askedTexts().stream().flatMap(List::stream).toList();
  }

  private static List<String> reasons(DocumentResult result) {
    return result.segments().stream().map(SegmentOutcome::reason).toList();
  }

  private DocumentResult translate(String name, String... lines) throws Exception {
    return job(name).file(name + ".lines", lines).runOne(new ScriptedEngine(Chinese::answer));
  }

  private TranslationMemory memory() {
    MemoryLanguages languages = MemoryLanguages.of(Optional.of("en"), "zh");
    return TranslationMemory.open(
        MemoryPlace.folder(folder.resolve("memories")).file(languages), languages);
  }

  @Test
  void asksOnlyForWhatANewEditionChanged() throws Exception {
    translate("first", CHAPTER);
    List<String> edited = new ArrayList<>(List.of(CHAPTER));
    edited.set(3, "Sentence number 3 was rewritten");
    edited.set(19, "The last sentence of a chapter is another one");
    edited.set(30, "Sentence number 30 in other words");

    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    DocumentResult result =
        job("second").file("new edition.lines", edited.toArray(String[]::new)).runOne(engine);

    assertThat(asked(engine)).containsExactly(edited.get(3), edited.get(19), edited.get(30));
    assertThat(result.count(Fate.REUSED)).isEqualTo(36);
    assertThat(reasons(result).stream().filter(r -> !r.isEmpty()))
        .containsOnly("tm-context")
        .hasSize(36);
  }

  @Test
  void findsParagraphsThatWereMoved() throws Exception {
    translate("first", CHAPTER);
    List<String> edited = new ArrayList<>(List.of(CHAPTER));
    edited.remove(30);
    edited.add(10, "An inserted sentence");
    edited.add(0, "A new first sentence");

    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    Job job = job("second").file("new.lines", edited.toArray(String[]::new));
    job.runOne(engine);

    assertThat(asked(engine)).containsExactly(edited.get(0), "An inserted sentence");
    assertThat(job.output("new.lines"))
        .containsExactlyElementsOf(
            edited.stream().map(l -> l.equals("---") ? l : Chinese.of(l)).toList());
  }

  @Test
  void showsWhatIsBeforeThoughItIsNotAsked() throws Exception {
    translate("first", CHAPTER);
    List<String> edited = new ArrayList<>(List.of(CHAPTER));
    edited.set(10, "Something completely different happens now");

    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    job("second").file("a.lines", edited.toArray(String[]::new)).runOne(engine);

    assertThat(engine.requests()).hasSize(1);
    assertThat(engine.requests().get(0).messages().get(1).content())
        .contains(CHAPTER[9], CHAPTER[2])
        .doesNotContain(CHAPTER[11]);
  }

  @Test
  void takesRunningTextElsewhereOnlyIfItIsSure() throws Exception {
    String sure = "A long sentence that means one thing only";
    String[] lines = {
      "before",
      sure,
      "after",
      "---",
      "x",
      "Yes.",
      "y",
      "---",
      "one",
      "A sentence of two minds here",
      "two",
      "---",
      "three",
      "A sentence of two minds here",
      "four"
    };
    AtomicInteger times = new AtomicInteger();
    job("first")
        .file("first.lines", lines)
        .batchTokens(20)
        .runOne(
            new ScriptedEngine(
                request ->
                    ScriptedEngine.texts(request).stream()
                            .anyMatch(text -> text.startsWith("A sentence of two"))
                        ? "1|两种想法的句子" + "甲乙".charAt(times.getAndIncrement())
                        : Chinese.answer(request)));

    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    DocumentResult result =
        job("second")
            .file("other.lines", "new", sure, "Yes.", "A sentence of two minds here", "more")
            .batchTokens(20)
            .runOne(engine);

    assertThat(reasons(result)).containsExactly("", "tm-exact", "", "", "");
    assertThat(asked(engine)).contains("Yes.", "A sentence of two minds here");
  }

  @Test
  void takesLabelsWhereverTheyStand() throws Exception {
    translate("first", "# End", "a sentence");
    assertThat(reasons(translate("second", "another sentence", "# End")))
        .containsExactly("", "tm-exact");
  }

  @Test
  void asksAgainWhereATermWasChanged() throws Exception {
    translate("first", "Marlo sleeps in the garden", "nobody wakes in the morning");
    ScriptedEngine engine = new ScriptedEngine(request -> "1|马洛在花园里睡觉");
    DocumentResult result =
        job("second")
            .file("a.lines", "Marlo sleeps in the garden", "nobody wakes in the morning")
            .glossary(Glossary.of(List.of(Term.of("Marlo", "马洛"))))
            .runOne(engine);
    assertThat(asked(engine)).containsExactly("Marlo sleeps in the garden");
    assertThat(reasons(result)).containsExactly("", "tm-context");
  }

  @Test
  void takesAgainWhatNoAskingHelped() throws Exception {
    Glossary glossary = Glossary.of(List.of(Term.of("Marlo", "马洛")));
    String[] lines = {"Marlo sleeps in the garden", "nobody wakes in the morning"};
    ScriptedEngine first = new ScriptedEngine(Chinese::answer);
    job("first").file("a.lines", lines).glossary(glossary).runOne(first);
    assertThat(first.requests()).hasSizeGreaterThan(1);

    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    DocumentResult result = job("second").file("a.lines", lines).glossary(glossary).runOne(engine);

    assertThat(engine.requests()).isEmpty();
    assertThat(result.segments().get(0).findings()).extracting("id").contains("TERM-001");
  }

  @Test
  void takesWhatOtherSettingsMadeOnlyIfToldSo() throws Exception {
    translate("first", "a sentence of a book", "another sentence of it");
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    String[] lines = {"a sentence of a book", "another sentence of it"};
    job("second").file("a.lines", lines).context(3).runOne(engine);
    assertThat(asked(engine)).hasSize(2);
    ScriptedEngine any = new ScriptedEngine(Chinese::answer);
    job("third")
        .file("a.lines", lines)
        .context(4)
        .memory(folder.resolve("memories"), MemoryReuse.ANY)
        .runOne(any);
    assertThat(any.requests()).isEmpty();
    ScriptedEngine confirmed = new ScriptedEngine(Chinese::answer);
    job("fourth")
        .file("a.lines", lines)
        .memory(folder.resolve("memories"), MemoryReuse.CONFIRMED)
        .runOne(confirmed);
    assertThat(asked(confirmed)).hasSize(2);
  }

  @Test
  void takesWhatPeopleConfirmedBeforeAllElse() throws Exception {
    translate("first", "a sentence of a book", "Yes.", "another sentence of it");
    try (TranslationMemory memory = memory()) {
      memory.add(
          List.of(
              byPeople("a sentence of a book", "书中的一句话"),
              byPeople("Yes.", "是的。"),
              byPeople("another sentence of it", "另一句话"),
              byPeople("another sentence of it", "又一句话")));
    }
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    Job job =
        job("second").file("a.lines", "a sentence of a book", "Yes.", "another sentence of it");
    assertThat(reasons(job.runOne(engine))).containsExactly("tm-exact", "tm-exact", "tm-context");
    assertThat(job.output("a.lines"))
        .containsExactly("书中的一句话", "是的。", Chinese.of("another sentence of it"));
    assertThat(engine.requests()).isEmpty();
  }

  private static MemoryUnit byPeople(String source, String target) {
    return new MemoryUnit(
        source,
        target,
        MemoryUnit.Context.UNKNOWN,
        MemoryUnit.Making.byPeople(Origin.IMPORTED, true),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  @Test
  void showsSimilarUnitsAsExamples() throws Exception {
    String known = "The old keeper climbed the stairs slowly at night";
    job("first")
        .file("a.lines", known, "another one")
        .batchTokens(60)
        .runOne(new ScriptedEngine(Chinese::answer));
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    job("second")
        .file("b.lines", "The old keeper climbed the stairs quickly at night", "a third one", "b")
        .batchTokens(60)
        .runOne(engine);
    GenerationRequest first = engine.requests().get(0);
    GenerationRequest second = engine.requests().get(1);
    assertThat(first.messages().get(1).content()).contains(known + " = " + Chinese.of(known));
    assertThat(second.messages().get(second.messages().size() - 1).content())
        .doesNotContain("similar");
  }

  @Test
  void conversationsOnlyGrowWithSimilarUnitsToo() throws Exception {
    job("first")
        .file("a.lines", "The old keeper climbed the stairs slowly at night", "another one")
        .batchTokens(50)
        .runOne(new ScriptedEngine(Chinese::answer));
    ScriptedEngine engine = ScriptedEngine.keepingPrefixes(Chinese::answer, 100_000);
    job("second")
        .file(
            "b.lines",
            "The old keeper climbed the stairs quickly at night",
            "a third sentence of the book",
            "a fourth sentence of the book")
        .batchTokens(50)
        .runOne(engine);
    assertThat(engine.requests()).hasSize(3);
    for (int i = 1; i < engine.requests().size(); i++) {
      int before = engine.requests().get(i - 1).messages().size();
      assertThat(engine.requests().get(i).messages().subList(0, before))
          .isEqualTo(engine.requests().get(i - 1).messages());
    }
    assertThat(engine.requests().get(2).messages().get(1).content()).contains("slowly at night =");
  }

  @Test
  void resumesAsIfItHadNotStoppedThoughTheMemoryChanged() throws Exception {
    job("earlier")
        .file("earlier.lines", Arrays.copyOf(CHAPTER, 4))
        .batchTokens(60)
        .runOne(new ScriptedEngine(MemoryRunTest::answerOfContext));
    String[] lines = Arrays.copyOf(CHAPTER, 12);
    String[] others = Arrays.copyOfRange(CHAPTER, 21, 26);
    Path copy = folder.resolve("copy");
    copy(folder.resolve("memories"), copy);
    ScriptedEngine uninterrupted = new ScriptedEngine(MemoryRunTest::answerOfContext);
    Job whole =
        new Job(Files.createDirectories(folder.resolve("whole")))
            .memory(copy)
            .file("a.lines", lines)
            .file("b.lines", others)
            .batchTokens(60);
    assertThat(whole.run(uninterrupted).documents().get(0).count(Fate.REUSED)).isEqualTo(4);

    for (int breakAt = 1; breakAt < uninterrupted.requests().size(); breakAt++) {
      Path memories = folder.resolve("memories" + breakAt);
      copy(folder.resolve("memories"), memories);
      Path place = Files.createDirectory(folder.resolve("broken" + breakAt));
      Job broken =
          new Job(place)
              .memory(memories)
              .file("a.lines", lines)
              .file("b.lines", others)
              .batchTokens(60);
      int last = breakAt;
      AtomicInteger count = new AtomicInteger();
      ScriptedEngine first =
          new ScriptedEngine(
              request -> {
                if (count.getAndIncrement() == last) {
                  throw new InferenceException(InferenceException.Category.RESOURCE, "broken");
                }
                return answerOfContext(request);
              });
      assertThatThrownBy(() -> broken.run(first)).isInstanceOf(InferenceException.class);

      // Meanwhile others translate the same with the same settings.
      new Job(Files.createDirectory(folder.resolve("others" + breakAt)))
          .memory(memories)
          .batchTokens(60)
          .file("c.lines", Stream.of(lines, others).flatMap(Stream::of).toArray(String[]::new))
          .run(new ScriptedEngine(request -> answer(request, text -> "别人" + Chinese.of(text))));

      ScriptedEngine second = new ScriptedEngine(MemoryRunTest::answerOfContext);
      broken.run(second);
      assertThat(broken.output("a.lines")).isEqualTo(whole.output("a.lines"));
      assertThat(broken.output("b.lines")).isEqualTo(whole.output("b.lines"));
      assertThat(
              Stream.concat(first.askedTexts().stream().limit(last), second.askedTexts().stream()))
          .containsExactlyElementsOf(uninterrupted.askedTexts());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static String answerOfContext(GenerationRequest request) {
    int context = request.messages().stream().mapToInt(m -> m.content().length()).sum();
    return answer(request, text -> Chinese.of(text) + (char) ('一' + context % 1000));
  }

  private static String answer(GenerationRequest request, Function<String, String> translation) {
    List<String> texts = ScriptedEngine.texts(request);
    return IntStream.range(0, texts.size())
        .mapToObj(i -> (i + 1) + "|" + translation.apply(texts.get(i)))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void runningAFinishedJobAgainAsksAndChangesNothing() throws Exception {
    translate("earlier", Arrays.copyOf(CHAPTER, 8));
    Job job = job("job").file("a.lines", Arrays.copyOf(CHAPTER, 20));
    DocumentResult first = job.runOne(new ScriptedEngine(Chinese::answer));
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    DocumentResult again = job.runOne(engine);
    assertThat(engine.requests()).isEmpty();
    assertThat(again.status()).isEqualTo(DocumentResult.Status.UP_TO_DATE);
    assertThat(reasons(again)).isEqualTo(reasons(first)).contains("tm-context", "");
    try (TranslationMemory memory = memory()) {
      assertThat(memory.summary().units()).isEqualTo(21);
    }
  }

  @Test
  void restartAsksForWhatModelsHaveMade() throws Exception {
    translate("earlier", Arrays.copyOf(CHAPTER, 8));
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    Job job = job("job").file("a.lines", Arrays.copyOf(CHAPTER, 8)).onExists(OnExists.REPLACE);
    job.runOne(engine);
    assertThat(engine.requests()).isEmpty();
    job.restart().runOne(engine);
    assertThat(asked(engine)).hasSize(8);
  }

  @Test
  void rehearsalsNeitherTakeNorLeaveAnything() throws Exception {
    DocumentResult result = job("echo").file("a.lines", CHAPTER).runOne(RehearsalEngine.echo());
    assertThat(result.count(Fate.REUSED)).isZero();
    assertThat(folder.resolve("memories")).doesNotExist();
    translate("first", CHAPTER);
    assertThat(
            job("pseudo")
                .file("a.lines", CHAPTER)
                .runOne(RehearsalEngine.pseudo())
                .count(Fate.REUSED))
        .isZero();
  }

  @Test
  void planSaysWhatWillBeReusedAndWritesNothing() throws Exception {
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    job("plan").file("a.lines", CHAPTER).plan(engine);
    assertThat(folder.resolve("memories")).doesNotExist();
    translate("first", CHAPTER);
    DocumentResult plan = job("plan").file("b.lines", CHAPTER).plan(engine).documents().get(0);
    assertThat(plan.count(Fate.REUSED)).isEqualTo(39);
    assertThat(plan.usage().requests()).isZero();
  }

  @Test
  void laterFilesOfARunTakeWhatTheMemoryGaveAnEarlierOne() throws Exception {
    translate("first", "# A heading", "the first sentence");
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    Job job = job("second").file("a.lines", "# A heading").file("b.lines", "# A heading", "new");
    List<DocumentResult> results = job.run(engine).documents();
    assertThat(asked(engine)).containsExactly("new");
    assertThat(reasons(results.get(0))).containsExactly("tm-exact");
    assertThat(reasons(results.get(1))).containsExactly("repeat", "");
    assertThat(job.output("b.lines").get(0)).isEqualTo(Chinese.of("# A heading"));
  }

  @Test
  void takesASentenceOfSeveralSegmentsWholeOrNotAtAll() throws Exception {
    String[] lines = {
      "When the old keeper // continues", "had lit the lamp // continues", "he went home.", "Good."
    };
    translate("first", lines);
    String[] edited = lines.clone();
    edited[1] = "had put out the lamp // continues";
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    job("second").file("a.lines", edited).runOne(engine);
    assertThat(asked(engine))
        .containsExactly("When the old keeper", "had put out the lamp", "he went home.");
  }
}
