package dev.yiben.inference.openai;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.ThinkingFilter;
import dev.yiben.inference.TokenProbability;
import dev.yiben.inference.TokenUsage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one answer while it comes. */
final class Answer {
  private static final Logger LOG = LoggerFactory.getLogger(Answer.class);
  private static final int LONGEST_BODY = 1 << 24;
  private static final int LONGEST_TEXT = 1 << 22;
  private static final Duration AFTERWORD = Duration.ofSeconds(5);

  /** Shorter prompts tell too little about truncation. */
  private static final int LEAST_TO_JUDGE = 100;

  private final EndpointClient client;
  private final Opening opening;
  private final Call call;
  private final Timeouts timeouts;
  private final int promptTokens;
  private final AnswerFormat format;
  private final StringBuilder text = new StringBuilder();
  private final List<TokenProbability> tokens = new ArrayList<>();
  private long deadline;
  private Optional<String> finish = Optional.empty();
  private Optional<AnswerPart.Usage> usage = Optional.empty();
  private boolean begun;

  Answer(EndpointClient client, Opening opening, Call call, Timeouts timeouts, int promptTokens) {
    this.client = client;
    this.opening = opening;
    this.call = call;
    this.timeouts = timeouts;
    this.promptTokens = promptTokens;
    format =
        client.address().preset().api() == EndpointPreset.Api.OLLAMA
            ? new OllamaLines(client.redaction())
            : new EventStream(client.redaction());
    deadline = System.nanoTime() + timeouts.firstToken(promptTokens).toNanos();
  }

  /**
   * Reads to the end, or until the listener has enough.
   *
   * @param thought is told whether the model was thinking and had to be cut off
   */
  GenerationResult collect(
      GenerationRequest request, GenerationListener listener, Consumer<Boolean> thought)
      throws IOException, InterruptedException {
    boolean mayClose =
        request.messages().stream().map(ChatMessage::content).noneMatch(m -> m.contains("</think"));
    ThinkingFilter thinking = new ThinkingFilter(mayClose);
    boolean ended = false;
    while (!ended) {
      Optional<AnswerPart> part = nextUnlessFinished();
      if (part.isEmpty()) {
        break;
      }
      ended = part.get().end();
      if (!take(part.get(), thinking, listener)) {
        return result(FinishReason.STOPPED_BY_LISTENER, thinking);
      }
    }
    if (finish.isEmpty()) {
      // Some servers end without a reason; without even the usual last line it is cut off.
      if (!ended || !begun) {
        throw client.errors().garbled(begun ? "but broke off" : "without any text");
      }
      finish = Optional.of("stop");
    }
    call.drain();
    requireWhole(request);
    if (!say(thinking.finish(), listener)) {
      return result(FinishReason.STOPPED_BY_LISTENER, thinking);
    }
    GenerationResult result = result(reason(finish.get()), thinking);
    thought.accept(result.text().isBlank() && result.tokens().thinking() > 0);
    return result;
  }

  /** After the reason for the end only the usage may come, and that can be done without. */
  private Optional<AnswerPart> nextUnlessFinished() throws IOException, InterruptedException {
    try {
      return next();
    } catch (IOException e) {
      if (finish.isPresent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<AnswerPart> next() throws IOException, InterruptedException {
    String type = call.headers().firstValue("content-type").orElse("");
    try {
      if (type.startsWith("application/json") && format instanceof EventStream) {
        // The server does not stream.
        AnswerPart whole = format.readWhole(call.body(LONGEST_BODY, untilDeadline()));
        return Optional.of(
            new AnswerPart(
                whole.text(),
                whole.thinking(),
                whole.tokens(),
                whole.finish(),
                whole.usage(),
                whole.error(),
                whole.errorStatus(),
                true));
      }
      while (true) {
        Optional<String> line = call.line(untilDeadline());
        if (line.isEmpty()) {
          return Optional.empty();
        }
        Optional<AnswerPart> part = format.read(line.get());
        long soon = System.nanoTime() + timeouts.silence().toNanos();
        begun |= part.isPresent() && part.get().hasContent();
        // Until the model writes, signs of life can only put off the end.
        deadline = begun ? soon : Math.max(deadline, soon);
        if (part.isPresent()) {
          return part;
        }
      }
    } catch (IllegalArgumentException e) {
      throw client.errors().garbled(e.getMessage());
    }
  }

  private Duration untilDeadline() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  private boolean take(AnswerPart part, ThinkingFilter thinking, GenerationListener listener) {
    if (part.error().isPresent()) {
      throw client
          .errors()
          .inAnswer(part.error().get(), part.errorStatus(), opening.model(), opening.models());
    }
    begun |= part.hasContent();
    finish = part.finish().or(() -> finish);
    usage = part.usage().or(() -> usage);
    if (finish.isPresent()) {
      deadline = Math.min(deadline, System.nanoTime() + AFTERWORD.toNanos());
    }
    tokens.addAll(part.tokens());
    thinking.addThinking(part.thinking());
    if (part.text().isEmpty()) {
      return true;
    }
    ThinkingFilter.Result filtered = thinking.accept(part.text());
    if (filtered.restart()) {
      text.setLength(0);
      listener.onRestart();
    }
    return say(filtered.text(), listener);
  }

  private boolean say(String piece, GenerationListener listener) {
    if (piece.isEmpty()) {
      return true;
    }
    text.append(piece);
    if (text.length() > LONGEST_TEXT) {
      throw client.errors().garbled("without end");
    }
    return listener.onText(piece);
  }

  private FinishReason reason(String said) {
    return switch (said) {
      case "length", "max_tokens", "MAX_TOKENS" -> FinishReason.LENGTH;
      case "error", "insufficient_system_resource" ->
          throw client.errors().garbled("that it failed while answering");
      case "content_filter" -> {
        LOG.info("{} withheld an answer (content filter)", client.address());
        yield FinishReason.WITHHELD;
      }
      default -> FinishReason.STOP;
    };
  }

  /** Refuses an answer to a prompt of which the server says that it read a part only. */
  private void requireWhole(GenerationRequest request) {
    long read = usage.map(AnswerPart.Usage::prompt).orElse(0L);
    int least = request.messages().stream().mapToInt(m -> TokenEstimate.least(m.content())).sum();
    if (read > 0 && least >= LEAST_TO_JUDGE && read < least) {
      throw new InferenceException(
          Category.USER,
          client.address()
              + " read only "
              + read
              + " tokens of a prompt of "
              + promptTokens
              + " and left out the rest: its context is too small; start it with a larger one, or"
              + " give its true size with --context-length");
    }
  }

  private GenerationResult result(FinishReason reason, ThinkingFilter thinking) {
    long prompt =
        usage.map(AnswerPart.Usage::prompt).filter(n -> n > 0).orElse((long) promptTokens);
    long cached = usage.map(AnswerPart.Usage::cached).orElse(0L);
    long told = usage.map(AnswerPart.Usage::generated).orElse(0L);
    long estimated = TokenEstimate.most(text.toString());
    long generated = told > 0 ? told : estimated + thinking.thinkingTokens(estimated);
    long thoughts = usage.map(AnswerPart.Usage::thinking).orElse(0L);
    if (thoughts == 0) {
      thoughts = thinking.thinkingTokens(generated);
    }
    return new GenerationResult(
        text.toString(),
        reason,
        new TokenUsage(prompt, Math.min(cached, prompt), generated, Math.min(thoughts, generated)),
        tokensOfText());
  }

  /** Returns the last tokens, if the text is made of them: those before it were thinking. */
  private List<TokenProbability> tokensOfText() {
    int first = tokens.size();
    int end = text.length();
    while (first > 0 && end > 0) {
      String token = tokens.get(first - 1).text();
      if (!text.substring(0, end).endsWith(token)) {
        return List.of();
      }
      end -= token.length();
      first--;
    }
    return end == 0 ? tokens.subList(first, tokens.size()) : List.of();
  }
}
