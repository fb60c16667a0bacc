package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.grammar.BatchGrammar;
import dev.yiben.pipeline.grammar.ForbiddenWriting;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.prompt.ContextPair;
import dev.yiben.pipeline.prompt.ParsedResponse;
import dev.yiben.pipeline.prompt.PromptLine;
import dev.yiben.pipeline.prompt.ResponseParser;
import dev.yiben.pipeline.repair.Answer;
import dev.yiben.pipeline.repair.Asker;
import dev.yiben.pipeline.repair.Exchange;
import dev.yiben.pipeline.repair.LoopDetector;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts an exchange into a request that fits the engine's context window, and reads the answer. */
final class BatchAsker implements Asker {
  private static final Logger LOG = LoggerFactory.getLogger(BatchAsker.class);

  /** Tokens that a message's frame may take in a chat template. */
  private static final int MESSAGE_FRAME = 12;

  /** The most tokens of an answer, per token of its source; so much only short ones take. */
  private static final int ANSWER_FACTOR = 4;

  private static final int ANSWER_PER_LINE = 32;
  private static final double TEMPERATURE_STEP = 0.2;
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final InferenceEngine engine;
  private final RequestSettings settings;
  private final ContextSource context;
  private final UsageCounter usage;

  BatchAsker(
      InferenceEngine engine, RequestSettings settings, ContextSource context, UsageCounter usage) {
    this.engine = engine;
    this.settings = settings;
    this.context = context;
    this.usage = usage;
  }

  @Override
  public ParsedResponse ask(Exchange exchange, Map<Integer, Answer> accepted)
      throws InterruptedException {
    List<PlannedSegment> segments = exchange.segments();
    List<CodedText> sources = segments.stream().map(s -> s.segment().source()).toList();
    int wanted =
        segments.stream().mapToInt(s -> s.tokens() * ANSWER_FACTOR + ANSWER_PER_LINE).sum();
    Optional<Fitted> fitted = fit(exchange, accepted, wanted);
    if (fitted.isEmpty()) {
      return tooLong(segments.size());
    }
    Optional<OutputConstraint> grammar =
        engine.capabilities().constraint() == ConstraintSupport.GRAMMAR
            ? Optional.of(
                BatchGrammar.of(
                    settings.template().lineForm(),
                    sources,
                    ForbiddenWriting.of(settings.languages(), segments)))
            : Optional.empty();
    if (LOG.isInfoEnabled()) {
      LOG.info("Asking, rung {}: {}", exchange.rung(), ids(segments));
    }
    return answer(
        new GenerationRequest(
            fitted.get().messages(),
            grammar,
            Sampling.of(exchange.rung() * TEMPERATURE_STEP, settings.seed() + exchange.rung()),
            fitted.get().answerTokens()),
        sources);
  }

  /** Generates, and tries again after a pause where the engine fails for a moment only. */
  private ParsedResponse answer(GenerationRequest request, List<CodedText> sources)
      throws InterruptedException {
    List<String> marked = sources.stream().map(CodedText::marked).toList();
    for (int attempt = 1; ; attempt++) {
      LoopDetector loops = new LoopDetector(marked);
      try {
        GenerationResult result = engine.generate(request, loops);
        usage.add(result);
        return ResponseParser.parse(
            settings.template().lineForm(),
            result.text(),
            sources.size(),
            interrupted(result, loops));
      } catch (InferenceException e) {
        if (e.category() != InferenceException.Category.BACKEND_TRANSIENT || attempt == ATTEMPTS) {
          throw e;
        }
        LOG.warn("Attempt {} failed: {}", attempt, e.getMessage());
        Thread.sleep(PAUSE.multipliedBy(attempt).toMillis());
      }
    }
  }

  private static String interrupted(GenerationResult result, LoopDetector loops) {
    if (loops.looped()) {
      return "the translation repeats itself without end";
    }
    return result.finishReason() == FinishReason.LENGTH ? "the translation was cut off" : "";
  }

  private static String ids(List<PlannedSegment> segments) {
    return segments.stream().map(s -> s.segment().id().value()).collect(Collectors.joining(" "));
  }

  private static ParsedResponse tooLong(int lines) {
    Map<Integer, String> faults = new TreeMap<>();
    for (int number = 1; number <= lines; number++) {
      faults.put(
          number, "it is longer than the context window of the model; raise --context-length");
    }
    return new ParsedResponse(new TreeMap<>(), faults, lines);
  }

  /** Shows as much context as leaves room for an answer of the usual length. */
  private Optional<Fitted> fit(Exchange exchange, Map<Integer, Answer> accepted, int wanted) {
    int window = engine.capabilities().contextWindow();
    int needed = exchange.segments().stream().mapToInt(s -> s.tokens() * 2 + 16).sum();
    List<ContextPair> shown =
        context.before(exchange.segments().get(0).index(), settings.contextSegments(), accepted);
    while (true) {
      List<ChatMessage> messages = messages(exchange, shown);
      int room = window - tokens(messages);
      if (room >= needed) {
        return Optional.of(new Fitted(messages, Math.min(room, wanted)));
      }
      if (shown.isEmpty()) {
        return Optional.empty();
      }
      shown = shown.subList(1, shown.size());
    }
  }

  private List<ChatMessage> messages(Exchange exchange, List<ContextPair> shown) {
    Map<Integer, String> faults = new LinkedHashMap<>();
    List<PlannedSegment> segments = exchange.segments();
    for (int i = 0; i < segments.size(); i++) {
      String fault = exchange.faults().get(segments.get(i).index());
      if (fault != null) {
        faults.put(i + 1, fault);
      }
    }
    List<PromptLine> lines = segments.stream().map(ContextSource::line).toList();
    return settings.template().messages(settings.languages(), shown, lines, faults);
  }

  private int tokens(List<ChatMessage> messages) {
    return messages.stream().mapToInt(m -> engine.countTokens(m.content()) + MESSAGE_FRAME).sum();
  }

  private record Fitted(List<ChatMessage> messages, int answerTokens) {}
}
