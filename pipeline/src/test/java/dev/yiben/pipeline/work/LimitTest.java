package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments whose translations have little room. */
class LimitTest {
  private static final String SOURCE = "The old keeper opens the door of the lighthouse.";

  @TempDir private Path folder;

  @Test
  void grammarHoldsTheModelToTheLimit() throws InterruptedException {
    ScriptedEngine engine = ScriptedEngine.enforcingGrammars(request -> "1|守塔人开门。");

    SegmentOutcome outcome = run(engine, SOURCE + " // limit=20,16,2");

    assertThat(grammar(engine, 0)).startsWith("root ::= \"1|\" (n c19 | w c18)\n");
    assertThat(outcome.fate()).isEqualTo(Fate.TRANSLATED);
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void whatIsCutOffIsAskedForAgainAndThenGivenMoreRoom() throws InterruptedException {
    ScriptedEngine engine =
        ScriptedEngine.enforcingGrammars(
            request -> grammar(request).contains("c29") ? "1|年老的守塔人打开灯塔的门。" : "1|年老的守塔人打开灯塔");

    SegmentOutcome outcome = run(engine, SOURCE + " // limit=20,40,2");

    assertThat(engine.requests()).hasSize(3);
    assertThat(engine.requests().get(1).messages().get(1).content())
        .contains("it ends in the middle of its sentence; it must fit in 10 characters");
    assertThat(grammar(engine, 1)).isEqualTo(grammar(engine, 0));
    assertThat(outcome.target().marked()).isEqualTo("年老的守塔人打开灯塔的门。");
    assertThat(outcome.findings()).extracting(Finding::id).containsExactly("LEN-002");
  }

  @Test
  void whatIsSaidShorterTheSecondTimeIsTaken() throws InterruptedException {
    int[] asked = {0};
    ScriptedEngine engine =
        ScriptedEngine.enforcingGrammars(request -> asked[0]++ == 0 ? "1|年老的守塔人打开灯塔" : "1|守塔人开门。");

    SegmentOutcome outcome = run(engine, SOURCE + " // limit=20,40,2");

    assertThat(engine.requests()).hasSize(2);
    assertThat(outcome.target().marked()).isEqualTo("守塔人开门。");
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void aLoopThatTheLimitEndedIsNotTaken() throws InterruptedException {
    ScriptedEngine engine = ScriptedEngine.enforcingGrammars(request -> "1|谢谢你，Lisbetetetetetet");

    SegmentOutcome outcome = run(engine, "Thank you, Lisbet. // limit=20,40,2");

    assertThat(outcome.fate()).isEqualTo(Fate.KEPT_AS_SOURCE);
    assertThat(outcome.reason()).isEqualTo("the translation repeats itself without end");
  }

  @Test
  void whatRepeatsItselfInTheSourceMayDoSo() throws InterruptedException {
    ScriptedEngine engine = ScriptedEngine.enforcingGrammars(request -> "1|哈哈哈哈哈哈哈哈哈哈");

    SegmentOutcome outcome = run(engine, "hahahahahahahaha // limit=40,40,2");

    assertThat(outcome.target().marked()).isEqualTo("哈哈哈哈哈哈哈哈哈哈");
  }

  @Test
  void halfASentenceIsTakenWhereNothingElseComes() throws InterruptedException {
    ScriptedEngine engine = ScriptedEngine.enforcingGrammars(request -> "1|年老的守塔人打开灯塔");

    SegmentOutcome outcome = run(engine, SOURCE + " // limit=20,40,2");

    assertThat(engine.requests()).hasSize(3);
    assertThat(outcome.fate()).isEqualTo(Fate.TRANSLATED);
    assertThat(outcome.findings()).extracting(Finding::id).containsExactly("LEN-004");
  }

  @Test
  void withoutGrammarsThePromptAndTheChecksKeepIt() throws InterruptedException {
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> last(request).contains("say it shorter") ? "1|守塔人开门。" : "1|年老的守塔人打开了灯塔的大门。");

    SegmentOutcome outcome = run(engine, SOURCE + " // limit=20,40,2");

    assertThat(last(engine.requests().get(0))).contains("Line 1: 10\n");
    assertThat(outcome.target().marked()).isEqualTo("守塔人开门。");
  }

  @Test
  void limitsThatHardlyMatterAreNotTold() throws InterruptedException {
    ScriptedEngine engine = new ScriptedEngine(request -> "1|等等！");

    run(engine, "Wait! // limit=20,40,2");

    assertThat(last(engine.requests().get(0))).isEqualTo("1|Wait!");
  }

  @Test
  void anotherLimitMakesAnotherTranslation() throws InterruptedException {
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    run(engine, "Wait! // limit=20,40,2");
    run(engine, "Wait! // limit=20,40,2");
    assertThat(engine.requests()).hasSize(1);

    run(engine, "Wait! // limit=22,40,2");

    assertThat(engine.requests()).hasSize(2);
  }

  @Test
  void sentencesAndSpeakersAreShown() throws InterruptedException {
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    new Job(folder)
        .file(
            "a.lines",
            "When the lamp // continues speaker=Selby",
            "burns at night, // continues speaker=Selby",
            "he sleeps. // speaker=Selby",
            "Does he? // speaker=Marlo")
        .runOne(engine);

    assertThat(last(engine.requests().get(0)))
        .contains("1, 2, 3: Selby\n4: Marlo\n")
        .contains("Lines 1 to 3\n")
        .endsWith("4|Does he?");
  }

  @Test
  void noNameIsSoLongThatItTakesTheRoomOfTheText() throws InterruptedException {
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    run(engine, "Does he? // speaker=" + "M".repeat(10_000));

    assertThat(last(engine.requests().get(0))).isEqualTo("1|Does he?");
  }

  @Test
  void aNumberMayMoveWithinItsSentence() throws InterruptedException {
    ScriptedEngine engine = new ScriptedEngine(request -> "1|他在灯塔里\n2|住了12年。\n3|他走了。");
    DocumentResult result =
        new Job(folder)
            .file(
                "a.lines",
                "For 12 years he // continues",
                "lived in the lighthouse.",
                "He left in 1999.")
            .runOne(engine);

    assertThat(ids(result.segments().get(0))).isEmpty();
    assertThat(ids(result.segments().get(1))).isEmpty();
    assertThat(ids(result.segments().get(2))).containsExactly("NUM-001");
  }

  @Test
  void noPartOfASentenceIsLeftEmpty() throws InterruptedException {
    int[] asked = {0};
    ScriptedEngine engine =
        new ScriptedEngine(request -> asked[0]++ == 0 ? "1|他在灯塔里住了很久。\n2| " : "1|住了很久。");
    DocumentResult result =
        new Job(folder)
            .file("a.lines", "For years he // continues", "lived in the lighthouse.")
            .runOne(engine);

    assertThat(engine.askedTexts().get(1)).containsExactly("lived in the lighthouse.");
    assertThat(result.segments().get(1).target().marked()).isEqualTo("住了很久。");
  }

  private SegmentOutcome run(ScriptedEngine engine, String line) throws InterruptedException {
    return new Job(folder)
        .file("a.lines", line)
        .onExists(OnExists.REPLACE)
        .runOne(engine)
        .segments()
        .get(0);
  }

  private static List<String> ids(SegmentOutcome outcome) {
    return outcome.findings().stream().map(Finding::id).toList();
  }

  private static String last(GenerationRequest request) {
    List<ChatMessage> messages = request.messages();
    return messages.get(messages.size() - 1).content();
  }

  private static String grammar(ScriptedEngine engine, int request) {
    return grammar(engine.requests().get(request));
  }

  private static String grammar(GenerationRequest request) {
    return ((OutputConstraint.Grammar) request.constraint().orElseThrow()).gbnf();
  }
}
