package dev.yiben.pipeline.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.yiben.glossary.extract.Candidate;
import dev.yiben.glossary.extract.Candidate.Kind;
import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.TokenUsage;
import dev.yiben.pipeline.prompt.LanguagePair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermProposerTest {
  private static final Candidate MARLO =
      new Candidate("Marlo", Kind.NAME, 9, 2, List.of("a", "b", "c", "d", "e", "f"));

  @Test
  void takesWhatMostAnswersSay() throws InterruptedException {
    Answers engine =
        new Answers(
            answer("person", "马洛", "a man"),
            answer("person", "马罗", "a keeper"),
            answer("person", "马洛", "the keeper"));

    List<Proposal> proposals = propose(engine, MARLO);

    assertThat(proposals)
        .containsExactly(new Proposal(MARLO, Category.PERSON, "马洛", "a man", 2, 3));
    assertThat(engine.requests.get(0).messages().get(0).content())
        .contains("from English into Simplified Chinese");
    assertThat(engine.requests.get(0).messages().get(1).content())
        .isEqualTo("Term: Marlo\nSentences:\n- a\n- d");
    assertThat(engine.requests.get(1).messages().get(1).content()).endsWith("- b\n- e");
    assertThat(engine.requests).allMatch(request -> request.constraint().isPresent());
  }

  @Test
  void asksNoMoreOnceItIsDecided() throws InterruptedException {
    Answers engine = new Answers(answer("place", "海", ""), answer("place", "海", ""));

    assertThat(propose(engine, MARLO).get(0).asked()).isEqualTo(2);
    assertThat(engine.requests).hasSize(2);
  }

  @Test
  void leavesOutOrdinaryWordsButNoSpeakers() throws InterruptedException {
    assertThat(propose(new Answers(answer("none", "x", ""), answer("none", "x", "")), MARLO))
        .isEmpty();
    Candidate speaker = new Candidate("Captain", Kind.SPEAKER, 9, 2, List.of());
    assertThat(
            propose(
                new Answers(
                    answer("none", "x", ""), answer("person", "船长", ""), answer("none", "", "")),
                speaker))
        .extracting(Proposal::translation)
        .containsExactly("船长");
  }

  @Test
  void refusesAnswersThatAreNoneAndTranslationsInAnotherWriting() throws InterruptedException {
    assertThat(
            propose(
                new Answers(
                    "I think so", answer("person", "Marlo", ""), answer("person", "马洛", "")),
                MARLO))
        .extracting(Proposal::translation, Proposal::agreeing, Proposal::asked)
        .containsExactly(tuple("马洛", 1, 1));
  }

  @Test
  void passesOnWhatStopsTheEngine() {
    assertThatThrownBy(() -> propose(new Answers(), MARLO)).isInstanceOf(InferenceException.class);
  }

  private static String answer(String category, String translation, String note) {
    return "{\"category\": \"%s\", \"translation\": \"%s\", \"note\": \"%s\"}"
        .formatted(category, translation, note);
  }

  private static List<Proposal> propose(InferenceEngine engine, Candidate candidate)
      throws InterruptedException {
    return new TermProposer(engine, new LanguagePair(Optional.of("en"), "zh"), 3, 1)
        .propose(List.of(candidate), done -> {});
  }

  /** Gives these answers one after the other. */
  private static final class Answers implements InferenceEngine {
    private final List<GenerationRequest> requests = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();

    Answers(String... answers) {
      this.answers.addAll(List.of(answers));
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities(
          "model", "model/1", 4096, 1, ConstraintSupport.GRAMMAR, false, "", false);
    }

    @Override
    public GenerationResult generate(GenerationRequest request, GenerationListener listener) {
      requests.add(request);
      if (answers.isEmpty()) {
        throw new InferenceException(
            InferenceException.Category.BACKEND_PERMANENT, "there is no answer");
      }
      return new GenerationResult(answers.poll(), FinishReason.STOP, TokenUsage.of(1, 1));
    }

    @Override
    public int countTokens(String text) {
      return text.length();
    }

    @Override
    public void close() {}
  }
}
