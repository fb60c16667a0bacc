package dev.yiben.cli.bench;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what an engine was asked, by the thread that asked, and how long the answers were. */
final class RecordingEngine implements InferenceEngine {
  /** A request and its answer. */
  record Exchange(GenerationRequest request, GenerationResult result) {}

  private final InferenceEngine engine;
  private final Map<String, List<Exchange>> byThread = new LinkedHashMap<>();

  RecordingEngine(InferenceEngine engine) {
    this.engine = engine;
  }

  /** Returns the exchanges of each thread and forgets them. */
  synchronized List<List<Exchange>> take() {
    List<List<Exchange>> all = List.copyOf(byThread.values());
    byThread.clear();
    return all;
  }

  @Override
  public Capabilities capabilities() {
    return engine.capabilities();
  }

  @Override
  public GenerationResult generate(GenerationRequest request, GenerationListener listener)
      throws InterruptedException {
    GenerationResult result = engine.generate(request, listener);
    synchronized (this) {
      byThread
          .computeIfAbsent(Thread.currentThread().getName(), name -> new ArrayList<>())
          .add(new Exchange(request, result));
    }
    return result;
  }

  @Override
  public int countTokens(String text) {
    return engine.countTokens(text);
  }

  @Override
  public void close() {
    engine.close();
  }
}
