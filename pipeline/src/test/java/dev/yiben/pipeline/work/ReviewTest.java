package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.GenerationRequest;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second look at targets that may be wrong. */
class ReviewTest {
  private static final String GOOD = "a plain line of words";
  private static final String NUMBER = "he counted 42 gulls there";
  private static final String LAST = "and that was all of it";

  @TempDir Path folder;
  private Job job;

  @BeforeEach
  void setUp() {
    job = new Job(folder).file("a.lines", GOOD, NUMBER, LAST).review();
  }

  @Test
  void asksAgainOnlyForWhatHasFindings() throws InterruptedException {
    ScriptedEngine engine = new ScriptedEngine(losingTheNumber(request -> true));

    DocumentResult result = job.runOne(engine);

    assertThat(engine.askedTexts().subList(engine.requests().size() - 1, engine.requests().size()))
        .containsExactly(List.of(NUMBER));
    assertThat(reviews(result)).containsExactly(Review.NONE, Review.KEPT, Review.NONE);
    assertThat(result.notices()).contains("1 segments were looked at again; 0 came out better");
  }

  @Test
  void takesWhatIsBetter() throws InterruptedException {
    DocumentResult result =
        job.runOne(new ScriptedEngine(losingTheNumber(request -> !isSecondLook(request))));

    assertThat(reviews(result)).containsExactly(Review.NONE, Review.IMPROVED, Review.NONE);
    assertThat(result.segments().get(1).findings()).isEmpty();
    assertThat(job.output("a.lines").get(1)).isEqualTo(Chinese.of(NUMBER));
  }

  @Test
  void neverTakesWhatHasAnotherFault() throws InterruptedException {
    DocumentResult result =
        job.runOne(
            new ScriptedEngine(
                request ->
                    isSecondLook(request)
                        ? "1|" + Chinese.of(NUMBER) + " counted gulls there and there".repeat(9)
                        : losingTheNumber(any -> true).apply(request)));

    assertThat(reviews(result)).containsExactly(Review.NONE, Review.KEPT, Review.NONE);
    assertThat(job.output("a.lines").get(1)).isEqualTo(Chinese.of(NUMBER).replace("42", ""));
  }

  @Test
  void tellsTheModelItsTranslationAndWhatIsWrong() throws InterruptedException {
    ScriptedEngine engine = new ScriptedEngine(losingTheNumber(request -> true));

    job.runOne(engine);

    GenerationRequest last = engine.requests().get(engine.requests().size() - 1);
    assertThat(last.messages().get(last.messages().size() - 1).content())
        .contains(Chinese.of(NUMBER).replace("42", ""))
        .contains("42");
  }

  @Test
  void doesNotLookTwice() throws InterruptedException {
    job.runOne(new ScriptedEngine(losingTheNumber(request -> true)));
    ScriptedEngine again = new ScriptedEngine(Chinese::answer);

    DocumentResult result = job.runOne(again);

    assertThat(again.requests()).isEmpty();
    assertThat(reviews(result)).containsExactly(Review.NONE, Review.KEPT, Review.NONE);
  }

  @Test
  void looksAtWhatAnEarlierRunHasLeft() throws InterruptedException {
    new Job(folder)
        .file("a.lines", GOOD, NUMBER, LAST)
        .runOne(new ScriptedEngine(losingTheNumber(request -> true)));
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);

    DocumentResult result = job.runOne(engine);

    assertThat(engine.askedTexts()).containsExactly(List.of(NUMBER));
    assertThat(reviews(result)).containsExactly(Review.NONE, Review.IMPROVED, Review.NONE);
  }

  @Test
  void goesOnWhereItWasInterrupted(@TempDir Path other) throws InterruptedException {
    String[] lines = {"there were 11 gulls", "there were 22 boats", "there were 33 nets"};
    Job whole = new Job(other).file("a.lines", lines).review();
    whole.runOne(new ScriptedEngine(losingTheNumber(request -> !asks(request, lines[1]))));

    Job cut = new Job(folder).file("a.lines", lines).review();
    assertThatThrownBy(
            () ->
                cut.runOne(
                    new ScriptedEngine(
                        request -> {
                          if (asks(request, lines[2])) {
                            throw new IllegalStateException("the machine was switched off");
                          }
                          return losingTheNumber(any -> !asks(any, lines[1])).apply(request);
                        })))
        .isInstanceOf(IllegalStateException.class);
    ScriptedEngine rest = new ScriptedEngine(losingTheNumber(request -> !asks(request, lines[1])));
    cut.runOne(rest);

    assertThat(rest.askedTexts()).containsExactly(List.of(lines[2]));
    assertThat(cut.output("a.lines")).isEqualTo(whole.output("a.lines"));
  }

  private static List<Review> reviews(DocumentResult result) {
    return result.segments().stream().map(SegmentOutcome::review).toList();
  }

  /** Answers rightly but for the digits, in requests that a test names. */
  private static Function<GenerationRequest, String> losingTheNumber(
      Function<GenerationRequest, Boolean> which) {
    return request ->
        which.apply(request)
            ? Chinese.answer(request).replaceAll("(?<!^)(?<!\\n)[0-9]+(?!\\|)", "")
            : Chinese.answer(request);
  }

  private static boolean asks(GenerationRequest request, String only) {
    return isSecondLook(request) && ScriptedEngine.texts(request).equals(List.of(only));
  }

  private static boolean isSecondLook(GenerationRequest request) {
    String prompt = request.messages().get(request.messages().size() - 1).content();
    return prompt.contains("look whether it is right");
  }
}
