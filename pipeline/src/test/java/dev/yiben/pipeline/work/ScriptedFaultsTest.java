package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.GenerationRequest;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.prompt.LineForm;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked again after each kind of bad answer. */
class ScriptedFaultsTest {
  private static final String[] LINES = {
    "the first line",
    "the <b>second</b> line here",
    "the third line of the text",
    "the fourth line <x/> of it",
    "and the fifth line"
  };

  private static final Pattern AROUND_TAGS = Pattern.compile("(?=<)|(?<=>)");

  @TempDir Path folder;
  private Job job;

  @BeforeEach
  void setUp() {
    job = new Job(folder).file("a.lines", LINES);
  }

  @Test
  void asksOnlyForTheDroppedLine() throws InterruptedException {
    ScriptedEngine engine = firstAnswer((request, lines) -> String.join("\n", without(lines, 2)));
    assertOnlyAskedAgain(engine, "the third line of the text");
  }

  @Test
  void asksOnlyForTheDuplicatedLine() throws InterruptedException {
    ScriptedEngine engine =
        firstAnswer(
            (request, lines) -> {
              List<String> doubled = new ArrayList<>(lines);
              doubled.add(1, "1|另一个译文");
              return String.join("\n", doubled);
            });
    assertOnlyAskedAgain(engine, "the first line");
  }

  @Test
  void asksOnlyForTheLineWhoseTagWasEaten() throws InterruptedException {
    ScriptedEngine engine =
        firstAnswer(
            (request, lines) -> String.join("\n", lines).replace("⟦1⟧", "").replace("⟦/1⟧", ""));
    job.runOne(engine);
    assertThat(engine.askedTexts()).hasSize(2);
    assertThat(engine.askedTexts().get(1))
        .containsExactly("the ⟦1⟧second⟦/1⟧ line here", "the fourth line ⟦1⟧ of it");
    assertThat(lastMessage(engine, 1)).contains("Line 1: the mark ⟦1⟧ is missing");
    assertThat(job.output("a.lines")).containsExactlyElementsOf(expected());
  }

  @Test
  void findsTheLineThatAContentFilterObjectsTo() throws InterruptedException {
    ScriptedEngine engine =
        new ScriptedEngine(
            request ->
                ScriptedEngine.texts(request).contains("the first line")
                    ? ScriptedEngine.WITHHELD
                    : Chinese.answer(request));
    DocumentResult result = job.runOne(engine);
    SegmentOutcome first = result.segments().get(0);
    assertThat(first.fate()).isEqualTo(Fate.KEPT_AS_SOURCE);
    assertThat(first.reason()).contains("content filter");
    assertThat(result.count(Fate.TRANSLATED)).isEqualTo(LINES.length - 1);
  }

  @Test
  void asksForEverythingAgainAfterARefusal() throws InterruptedException {
    ScriptedEngine engine =
        firstAnswer((request, lines) -> "I am sorry, but I cannot help with that.");
    DocumentResult result = job.runOne(engine);
    assertThat(engine.askedTexts()).hasSize(2);
    assertThat(engine.askedTexts().get(1)).hasSize(LINES.length);
    assertThat(result.count(Fate.TRANSLATED)).isEqualTo(LINES.length);
  }

  @Test
  void endlessLoopCostsOnlyItsOwnLine() throws InterruptedException {
    ScriptedEngine engine =
        firstAnswer(
            (request, lines) ->
                String.join("\n", lines.subList(0, 2)) + "\n3|" + "好的".repeat(100_000));
    job.runOne(engine);
    // The lines after the loop were never answered; the looping one is asked for on its own.
    assertThat(engine.askedTexts().subList(1, 3))
        .containsExactly(
            List.of("the fourth line ⟦1⟧ of it", "and the fifth line"),
            List.of("the third line of the text"));
    assertThat(engine.requests()).hasSize(3);
    assertThat(job.output("a.lines")).containsExactlyElementsOf(expected());
  }

  @Test
  void truncationCostsOnlyTheLineThatWasCut() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> {
              String answer = Chinese.answer(request);
              // Characters are this engine's tokens: filler before the lines eats the limit.
              return asked.getAndIncrement() == 0
                  ? "\n".repeat(request.maxTokens() - answer.indexOf("3|") - 8) + answer
                  : answer;
            });
    job.runOne(engine);
    assertThat(engine.askedTexts().subList(1, 3))
        .containsExactly(
            List.of("the fourth line ⟦1⟧ of it", "and the fifth line"),
            List.of("the third line of the text"));
    assertThat(engine.requests()).hasSize(3);
    assertThat(job.output("a.lines")).containsExactlyElementsOf(expected());
  }

  @Test
  void twoStubbornLinesCostFourRequests() throws InterruptedException {
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> {
              List<String> answers = new ArrayList<>();
              List<String> texts = ScriptedEngine.texts(request);
              for (int i = 0; i < texts.size(); i++) {
                if (!texts.get(i).contains("first") && !texts.get(i).contains("third")) {
                  answers.add(LineForm.NUMBERED.prefix(i + 1) + Chinese.of(texts.get(i)));
                }
              }
              return String.join("\n", answers);
            });
    DocumentResult result = job.runOne(engine);
    assertThat(engine.requests()).hasSize(4);
    assertThat(result.count(Fate.KEPT_AS_SOURCE)).isEqualTo(2);
    SegmentOutcome kept = result.segments().get(0);
    assertThat(kept.fate()).isEqualTo(Fate.KEPT_AS_SOURCE);
    assertThat(kept.reason()).isEqualTo("the line is missing");
    assertThat(kept.requests()).isEqualTo(3);
    assertThat(job.output("a.lines").get(0)).isEqualTo(LINES[0]);
    assertThat(job.output("a.lines").get(1)).isEqualTo(expected().get(1));
  }

  @Test
  void noSegmentIsAskedMoreThanFourTimes() throws InterruptedException {
    ScriptedEngine engine = new ScriptedEngine(request -> "no");
    DocumentResult result = job.runOne(engine);
    assertThat(result.segments()).allMatch(segment -> segment.requests() <= 4);
    assertThat(result.count(Fate.KEPT_AS_SOURCE)).isEqualTo(LINES.length);
    assertThat(job.output("a.lines")).containsExactly(LINES);
  }

  @Test
  void mendsWhatHasOneRightAnswerWithoutAsking() throws InterruptedException {
    job = new Job(folder).file("b.lines", "the note at the end<x/>", "a <b>word</b> in the line");
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> Chinese.answer(request).replaceFirst("⟦1⟧", "").replace("⟦/1⟧", "⟦ / 1 ⟧"));
    job.runOne(engine);
    assertThat(engine.requests()).hasSize(1);
    assertThat(job.output("b.lines").get(0)).endsWith("<x/>");
  }

  @Test
  void readsAnswersWithReasoningFencesAndTalk() throws InterruptedException {
    ScriptedEngine engine =
        new ScriptedEngine(
            request ->
                "<think>1|wrong\nlet me see</think>Here you are:\n```\n"
                    + Chinese.answer(request)
                    + "\n```\n");
    job.runOne(engine);
    assertThat(engine.requests()).hasSize(1);
    assertThat(job.output("a.lines")).containsExactlyElementsOf(expected());
  }

  private void assertOnlyAskedAgain(ScriptedEngine engine, String text)
      throws InterruptedException {
    DocumentResult result = job.runOne(engine);
    assertThat(engine.askedTexts()).hasSize(2);
    assertThat(engine.askedTexts().get(1)).containsExactly(text);
    assertThat(result.count(Fate.TRANSLATED)).isEqualTo(LINES.length);
    assertThat(job.output("a.lines")).containsExactlyElementsOf(expected());
  }

  /** Spoils the first answer; later ones are right. */
  private static ScriptedEngine firstAnswer(
      BiFunction<GenerationRequest, List<String>, String> spoiled) {
    AtomicInteger asked = new AtomicInteger();
    return new ScriptedEngine(
        request ->
            asked.getAndIncrement() == 0
                ? spoiled.apply(request, Chinese.answer(request).lines().toList())
                : Chinese.answer(request));
  }

  private static List<String> without(List<String> lines, int index) {
    List<String> rest = new ArrayList<>(lines);
    rest.remove(index);
    return rest;
  }

  private static String lastMessage(ScriptedEngine engine, int request) {
    GenerationRequest asked = engine.requests().get(request);
    return asked.messages().get(asked.messages().size() - 1).content();
  }

  private static List<String> expected() {
    List<String> expected = new ArrayList<>();
    for (String line : LINES) {
      StringBuilder translated = new StringBuilder();
      AROUND_TAGS
          .splitAsStream(line)
          .forEach(part -> translated.append(part.startsWith("<") ? part : Chinese.of(part)));
      expected.add(translated.toString());
    }
    return expected;
  }
}
