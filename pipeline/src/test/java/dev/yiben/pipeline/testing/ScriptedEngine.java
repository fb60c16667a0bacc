package dev.yiben.pipeline.testing;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.TokenUsage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** An engine without constraints that answers by a function and remembers what it was asked. */
public final class ScriptedEngine implements InferenceEngine {
  /** The answer of a script that stands for one that a content filter held back. */
  public static final String WITHHELD = "withheld";

  private final Function<GenerationRequest, String> script;
  private final List<GenerationRequest> requests = Collections.synchronizedList(new ArrayList<>());
  private final int contextWindow;
  private final boolean prefixCache;
  private final ConstraintSupport constraint;

  public ScriptedEngine(Function<GenerationRequest, String> script) {
    this(script, 100_000);
  }

  public ScriptedEngine(Function<GenerationRequest, String> script, int contextWindow) {
    this(script, contextWindow, false, ConstraintSupport.NONE);
  }

  private ScriptedEngine(
      Function<GenerationRequest, String> script,
      int contextWindow,
      boolean prefixCache,
      ConstraintSupport constraint) {
    this.script = script;
    this.contextWindow = contextWindow;
    this.prefixCache = prefixCache;
    this.constraint = constraint;
  }

  /** Returns an engine that says that it keeps what it has computed for a stream. */
  public static ScriptedEngine keepingPrefixes(
      Function<GenerationRequest, String> script, int contextWindow) {
    return new ScriptedEngine(script, contextWindow, true, ConstraintSupport.NONE);
  }

  /** Returns an engine that says that it enforces JSON schemas. */
  public static ScriptedEngine enforcingSchemas(Function<GenerationRequest, String> script) {
    return new ScriptedEngine(script, 100_000, false, ConstraintSupport.JSON_SCHEMA);
  }

  /** Returns an engine that says that it enforces grammars; its script must keep to them. */
  public static ScriptedEngine enforcingGrammars(Function<GenerationRequest, String> script) {
    return new ScriptedEngine(script, 100_000, false, ConstraintSupport.GRAMMAR);
  }

  /** Returns the requests so far. */
  public List<GenerationRequest> requests() {
    return List.copyOf(requests);
  }

  /** Returns the texts that each request so far asked for, without their numbers. */
  public List<List<String>> askedTexts() {
    return requests().stream().map(ScriptedEngine::texts).toList();
  }

  /** Returns the texts of the numbered lines of a request. */
  public static List<String> texts(GenerationRequest request) {
    String prompt = request.messages().get(request.messages().size() - 1).content();
    return prompt
        .lines()
        .filter(line -> line.matches("[0-9]+\\|.*"))
        .map(line -> line.substring(line.indexOf('|') + 1))
        .toList();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        "scripted", "scripted/1", contextWindow, 8, constraint, false, "", prefixCache);
  }

  @Override
  public GenerationResult generate(GenerationRequest request, GenerationListener listener)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    requests.add(request);
    String answer = script.apply(request);
    StringBuilder text = new StringBuilder();
    if (answer.equals(WITHHELD)) {
      return result(text, FinishReason.WITHHELD);
    }
    for (int i = 0; i < answer.length(); i++) {
      if (text.length() >= request.maxTokens()) {
        return result(text, FinishReason.LENGTH);
      }
      text.append(answer.charAt(i));
      if (!listener.onText(answer.substring(i, i + 1))) {
        return result(text, FinishReason.STOPPED_BY_LISTENER);
      }
    }
    return result(text, FinishReason.STOP);
  }

  private static GenerationResult result(StringBuilder text, FinishReason reason) {
    return new GenerationResult(text.toString(), reason, TokenUsage.of(10, text.length()));
  }

  @Override
  public int countTokens(String text) {
    return text.length();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
