package dev.yiben.inference.llamanative;

import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.RestartableListener;
import dev.yiben.inference.ThinkingFilter;
import dev.yiben.inference.TokenProbability;
import dev.yiben.inference.TokenUsage;
import dev.yiben.inference.template.ControlTokens;
import java.util.ArrayList;
import java.util.List;

/** Waits for the tokens of an answer, on the thread that asked, and tells the listener of them. */
final class AnswerReader {
  private final Answer answer;
  private final RestartableListener listener;
  private final ControlTokens controlTokens;
  private final ThinkingFilter thinking;
  private final StringBuilder text = new StringBuilder();
  private final List<TokenProbability> probabilities = new ArrayList<>();
  private int tokens;

  AnswerReader(
      Answer answer,
      GenerationRequest request,
      GenerationListener listener,
      ControlTokens controlTokens) {
    this.answer = answer;
    this.listener = new RestartableListener(listener);
    this.controlTokens = controlTokens;
    thinking =
        new ThinkingFilter(
            request.messages().stream().noneMatch(m -> m.content().contains("</think")));
  }

  /**
   * Reads until the answer ends or the listener has had enough.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  GenerationResult read() throws InterruptedException {
    while (true) {
      News news = answer.next();
      if (news instanceof News.Failure failure) {
        throw failure.cause();
      }
      if (news instanceof News.End end) {
        boolean goOn = take(end.rest()) && tell(answer.isConstrained() ? "" : thinking.finish());
        return result(goOn ? end.reason() : FinishReason.STOPPED_BY_LISTENER, end.generated());
      }
      TokenProbability token = ((News.Token) news).token();
      tokens++;
      probabilities.add(token);
      if (!take(token.text())) {
        return result(FinishReason.STOPPED_BY_LISTENER, tokens);
      }
    }
  }

  private boolean take(String piece) {
    if (answer.isConstrained()) {
      // All of it is the answer.
      return tell(piece);
    }
    ThinkingFilter.Result filtered = thinking.accept(piece);
    if (filtered.restart()) {
      text.setLength(0);
      listener.onRestart();
    }
    if (thinking.isThinking()) {
      probabilities.clear();
    }
    return tell(filtered.text());
  }

  private boolean tell(String piece) {
    text.append(piece);
    return piece.isEmpty() || listener.onText(piece);
  }

  private GenerationResult result(FinishReason reason, int generated) {
    return new GenerationResult(
        controlTokens.restore(text.toString()),
        reason,
        new TokenUsage(
            answer.prompt.length, answer.reused(), generated, tokens - probabilities.size()),
        answer.probabilities ? probabilities : List.of());
  }
}
