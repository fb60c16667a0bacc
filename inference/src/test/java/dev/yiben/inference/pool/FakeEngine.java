package dev.yiben.inference.pool;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.TokenUsage;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine whose answers a test decides on. */
final class FakeEngine implements InferenceEngine {
  private final Capabilities capabilities;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Answer answer = (request, listener) -> say("fine ", "so", listener);
  private volatile boolean closed;

  FakeEngine() {
    this("model", 4);
  }

  FakeEngine(String model, int slots) {
    this(
        new Capabilities(
            model, "print of " + model, 4096, slots, ConstraintSupport.GRAMMAR, false, "", true));
  }

  FakeEngine(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /** What becomes of a request. */
  @FunctionalInterface
  interface Answer {
    GenerationResult to(GenerationRequest request, GenerationListener listener)
        throws InterruptedException;
  }

  FakeEngine answering(Answer how) {
    answer = how;
    return this;
  }

  static GenerationResult say(String first, String second, GenerationListener listener) {
    if (!listener.onText(first)) {
      return new GenerationResult(first, FinishReason.STOPPED_BY_LISTENER, TokenUsage.of(10, 1));
    }
    if (!listener.onText(second)) {
      return new GenerationResult(
          first + second, FinishReason.STOPPED_BY_LISTENER, TokenUsage.of(10, 2));
    }
    return new GenerationResult(first + second, FinishReason.STOP, TokenUsage.of(10, 2));
  }

  static InferenceException down() {
    return new InferenceException(Category.BACKEND_TRANSIENT, "http://a.test: connection refused");
  }

  int requests() {
    return requests.get();
  }

  boolean closed() {
    return closed;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public GenerationResult generate(GenerationRequest request, GenerationListener listener)
      throws InterruptedException {
    if (closed) {
      throw new InferenceException(Category.BACKEND_PERMANENT, "The engine was closed");
    }
    requests.incrementAndGet();
    return answer.to(request, listener);
  }

  @Override
  public int countTokens(String text) {
    return text.length();
  }

  @Override
  public void close() {
    closed = true;
  }
}
