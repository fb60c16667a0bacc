package dev.yiben.pipeline.rehearsal;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.TokenUsage;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers every numbered line of a request with that line, as it is or made to look translated. */
public final class RehearsalEngine implements InferenceEngine {
  private static final int CONTEXT_WINDOW = 16_384;
  private static final int CHARACTERS_PER_TOKEN = 3;
  private static final Pattern LINE = Pattern.compile("(?m)^([0-9]+\\|)(.*)$");

  private final String name;
  private final UnaryOperator<String> answer;
  private volatile boolean closed;

  private RehearsalEngine(String name, UnaryOperator<String> answer) {
    this.name = name;
    this.answer = answer;
  }

  /** Returns an engine whose targets are the sources. */
  public static RehearsalEngine echo() {
    return new RehearsalEngine("echo", UnaryOperator.identity());
  }

  /** Returns an engine whose targets are accented, longer and in brackets, with all codes kept. */
  public static RehearsalEngine pseudo() {
    return new RehearsalEngine("pseudo", PseudoText::of);
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        name,
        name + "/1",
        CONTEXT_WINDOW,
        Integer.MAX_VALUE,
        ConstraintSupport.NONE,
        true,
        "",
        false);
  }

  @Override
  public GenerationResult generate(GenerationRequest request, GenerationListener listener)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (closed) {
      throw new InferenceException(
          InferenceException.Category.BACKEND_PERMANENT, "The engine is closed");
    }
    String prompt = request.messages().get(request.messages().size() - 1).content();
    StringBuilder text = new StringBuilder();
    FinishReason reason = FinishReason.STOP;
    Matcher line = LINE.matcher(prompt);
    while (line.find()) {
      String piece = (text.isEmpty() ? "" : "\n") + line.group(1) + answer.apply(line.group(2));
      if (countTokens(text + piece) > request.maxTokens()) {
        reason = FinishReason.LENGTH;
        break;
      }
      text.append(piece);
      if (!listener.onText(piece)) {
        reason = FinishReason.STOPPED_BY_LISTENER;
        break;
      }
    }
    return new GenerationResult(
        text.toString(), reason, TokenUsage.of(countTokens(prompt), countTokens(text.toString())));
  }

  @Override
  public int countTokens(String text) {
    return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }

  @Override
  public void close() {
    closed = true;
  }
}
