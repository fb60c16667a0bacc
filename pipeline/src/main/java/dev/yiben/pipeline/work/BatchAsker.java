package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.pipeline.grammar.BatchGrammar;
import dev.yiben.pipeline.grammar.ForbiddenWriting;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.prompt.ContextPair;
import dev.yiben.pipeline.prompt.JsonLines;
import dev.yiben.pipeline.prompt.LineForm;
import dev.yiben.pipeline.prompt.ParsedResponse;
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

  /** The most tokens of an answer, per token of its source; so much only short ones take. */
  private static final int ANSWER_FACTOR = 4;

  private static final int ANSWER_PER_LINE = 32;
  private static final String INDEPENDENT = "";
  private static final int ATTEMPTS = 3;
  private static final String TOO_LONG =
      "it is longer than the context window of the model; raise --context-length";
  private static final String WITHHELD = "the content filter of the endpoint held it back";
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final InferenceEngine engine;
  private final RequestSettings settings;
  private final PromptBuilder prompts;
  private final String stream;
  private final ContextSource context;
  private final Conversation conversation;
  private final UsageCounter usage;

  BatchAsker(
      PromptBuilder prompts,
      String stream,
      ContextSource context,
      Conversation conversation,
      UsageCounter usage) {
    this.engine = prompts.engine();
    this.settings = prompts.settings();
    this.prompts = prompts;
    this.stream = stream;
    this.context = context;
    this.conversation = conversation;
    this.usage = usage;
  }

  @Override
  public ParsedResponse ask(Exchange exchange, Map<Integer, Answer> accepted)
      throws InterruptedException {
    List<PlannedSegment> segments = exchange.segments();
    List<CodedText> sources = segments.stream().map(s -> s.segment().source()).toList();
    int wanted =
        segments.stream().mapToInt(s -> s.tokens() * ANSWER_FACTOR + ANSWER_PER_LINE).sum();
    context.add(accepted);
    Optional<Fitted> fitted = fit(exchange, wanted);
    if (fitted.isEmpty()) {
      return faulty(segments.size(), TOO_LONG);
    }
    if (LOG.isInfoEnabled()) {
      LOG.info("Asking, rung {}: {}", exchange.rung(), ids(segments));
    }
    GenerationRequest request =
        new GenerationRequest(
            fitted.get().messages(),
            constraint(exchange, sources),
            settings.sampling(exchange.rung()),
            fitted.get().answerTokens(),
            fitted.get().stream());
    boolean probabilities = settings.review() || engine.capabilities().probabilities();
    return answer(probabilities ? request.withProbabilities() : request, sources);
  }

  private Optional<OutputConstraint> constraint(Exchange exchange, List<CodedText> sources) {
    LineForm form = settings.template().lineForm();
    return switch (engine.capabilities().constraint()) {
      case GRAMMAR ->
          Optional.of(
              BatchGrammar.of(
                  form,
                  exchange.segments().stream()
                      .map(s -> new BatchGrammar.Line(s.segment().source(), exchange.room(s)))
                      .toList(),
                  settings.languages().target(),
                  ForbiddenWriting.of(settings.languages(), exchange.segments())));
      case JSON_SCHEMA ->
          form == LineForm.JSON ? Optional.of(JsonLines.schema(sources.size())) : Optional.empty();
      case NONE -> Optional.empty();
    };
  }

  /** Generates, and tries again after a pause where the engine fails for a moment only. */
  private ParsedResponse answer(GenerationRequest request, List<CodedText> sources)
      throws InterruptedException {
    List<String> marked = sources.stream().map(CodedText::marked).toList();
    for (int attempt = 1; ; attempt++) {
      LoopDetector loops = new LoopDetector(settings.template().lineForm(), marked);
      try {
        GenerationResult result = engine.generate(request, loops);
        usage.add(result);
        if (result.finishReason() == FinishReason.WITHHELD && result.text().isBlank()) {
          return faulty(sources.size(), WITHHELD);
        }
        return ResponseParser.parse(
            settings.template().lineForm(),
            result.text(),
            result.probabilities(),
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
      return LoopDetector.FAULT;
    }
    return switch (result.finishReason()) {
      case LENGTH -> "the translation was cut off";
      case WITHHELD -> WITHHELD;
      case STOP, STOPPED_BY_LISTENER -> "";
    };
  }

  private static String ids(List<PlannedSegment> segments) {
    return segments.stream().map(s -> s.segment().id().value()).collect(Collectors.joining(" "));
  }

  /** Returns a response in which all lines have the same fault. */
  private static ParsedResponse faulty(int lines, String fault) {
    Map<Integer, String> faults = new TreeMap<>();
    for (int number = 1; number <= lines; number++) {
      faults.put(number, fault);
    }
    return new ParsedResponse(new TreeMap<>(), faults, lines);
  }

  /** Shows as much of what was before as leaves room for an answer of the usual length. */
  private Optional<Fitted> fit(Exchange exchange, int wanted) {
    int needed = PromptBuilder.answerRoom(exchange.segments());
    if (conversation.grows()) {
      Fitted growing = fitted(exchange, conversation.exchanges(), wanted, stream);
      if (growing.answerTokens() >= needed) {
        return Optional.of(growing);
      }
    }
    int first = exchange.segments().get(0).index();
    List<ContextPair> shown = context.before(first, settings.contextSegments());
    while (true) {
      Fitted alone =
          fitted(exchange, shown.isEmpty() ? List.of() : List.of(shown), wanted, INDEPENDENT);
      if (alone.answerTokens() >= needed) {
        return Optional.of(alone);
      }
      if (shown.isEmpty()) {
        return Optional.empty();
      }
      shown = shown.subList(1, shown.size());
    }
  }

  private Fitted fitted(
      Exchange exchange, List<List<ContextPair>> history, int wanted, String ofStream) {
    List<ChatMessage> messages =
        prompts.messages(history, exchange.segments(), faultsByNumber(exchange));
    int room = prompts.window() - prompts.tokens(messages);
    return new Fitted(messages, Math.min(room, wanted), ofStream);
  }

  private static Map<Integer, String> faultsByNumber(Exchange exchange) {
    Map<Integer, String> faults = new LinkedHashMap<>();
    List<PlannedSegment> segments = exchange.segments();
    for (int i = 0; i < segments.size(); i++) {
      String fault = exchange.faults().get(segments.get(i).index());
      if (fault != null) {
        faults.put(i + 1, fault);
      }
    }
    return faults;
  }

  private record Fitted(List<ChatMessage> messages, int answerTokens, String stream) {}
}
