package dev.yiben.inference.openai;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.TokenUsage;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a model behind an endpoint.
 *
 * <p>It never waits and tries again: a failure comes out with its category, and with the wait that
 * the server asked for. Only a request that was refused for a field that can be done without is
 * sent once more without it, and so are all that follow.
 */
public final class OpenAiEngine implements InferenceEngine {
  private static final Logger LOG = LoggerFactory.getLogger(OpenAiEngine.class);

  /** Tokens that a message's frame may take in a chat template. */
  private static final int MESSAGE_FRAME = 8;

  /** Fields that one request may be sent again without. */
  private static final int MOST_REFUSALS = 8;

  /** Room for a model that thinks before it answers. */
  private static final int THINKING_TOKENS = 4096;

  private final OpenAiSettings settings;
  private final Opening opening;
  private final EndpointClient client;
  private final EndpointPreset preset;
  private final ChatBody bodies;
  private final TokenCounter counter;
  private final int slots;
  private final Semaphore free;
  private final Optional<StreamSlots> serverSlots;
  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private volatile boolean thinks;
  private volatile boolean closed;

  private OpenAiEngine(OpenAiSettings settings, Opening opening) {
    this.settings = settings;
    this.opening = opening;
    client = opening.client();
    preset = client.address().preset();
    bodies =
        new ChatBody(
            preset,
            opening.model(),
            settings.thinking(),
            Json.object(settings.extraBody(), "the extra body"));
    counter = new TokenCounter(client, opening.model());
    int offered = opening.window().slots();
    int wanted =
        settings.concurrency() > 0
            ? settings.concurrency()
            : offered > 0 ? offered : preset.concurrency();
    slots = offered > 0 ? Math.min(offered, wanted) : wanted;
    free = new Semaphore(slots, true);
    serverSlots =
        preset.slots() && offered > 0 ? Optional.of(new StreamSlots(offered)) : Optional.empty();
    thinks = settings.thinking();
  }

  /**
   * Opens an endpoint: asks it for its models and what they can do.
   *
   * @throws InferenceException if it cannot be reached (BACKEND_TRANSIENT), refuses the key
   *     (BACKEND_PERMANENT) or has no such model (USER)
   */
  public static OpenAiEngine open(OpenAiSettings settings) {
    try {
      return new OpenAiEngine(settings, Opening.of(settings));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InferenceException(
          Category.BACKEND_TRANSIENT, settings.address() + " was not waited for: interrupted", e);
    }
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        opening.model(),
        "endpoint "
            + preset.name()
            + " "
            + opening.model()
            + (settings.thinking() ? " thinking" : "")
            + (settings.extraBody().equals("{}")
                ? ""
                : " with " + Integer.toHexString(settings.extraBody().hashCode())),
        opening.window().tokens(),
        slots,
        bodies.constraint(),
        false,
        "",
        preset.prefixCache());
  }

  @Override
  public Map<String, String> provenance() {
    return Map.of("endpoint", client.address().toString());
  }

  @Override
  public int countTokens(String text) {
    return counter.count(text);
  }

  @Override
  public GenerationResult generate(GenerationRequest request, GenerationListener listener)
      throws InterruptedException {
    requireOpen();
    free.acquire();
    try {
      requireOpen();
      int promptTokens =
          request.messages().stream()
              .mapToInt(message -> counter.count(message.content()) + MESSAGE_FRAME)
              .sum();
      int slot = serverSlots.map(all -> all.take(request.stream())).orElse(-1);
      try {
        return ask(request, listener, promptTokens, slot);
      } finally {
        serverSlots.ifPresent(all -> all.release(slot));
      }
    } finally {
      free.release();
    }
  }

  private GenerationResult ask(
      GenerationRequest request, GenerationListener listener, int promptTokens, int slot)
      throws InterruptedException {
    int window = opening.window().tokens();
    if (promptTokens >= window) {
      throw new InferenceException(
          Category.USER,
          "The prompt takes "
              + promptTokens
              + " tokens and the context window has "
              + window
              + ": take a larger --context-length, if the endpoint has it, or smaller batches");
    }
    int wanted = request.maxTokens() + (thinks ? THINKING_TOKENS : 0);
    int maxTokens = Math.min(wanted, window - promptTokens);
    Duration total = settings.timeouts().total(promptTokens, maxTokens);
    for (int refusals = 0; ; refusals++) {
      ObjectNode body = bodies.of(request, promptTokens, maxTokens, slot, window);
      try (Call call = start(body, total)) {
        try {
          call.begin(settings.timeouts().firstToken(promptTokens));
          if (call.status() / 100 == 2) {
            return new Answer(client, opening, call, settings.timeouts(), promptTokens)
                .collect(request, listener, used -> thinks |= used);
          }
          String error = client.errorBody(call);
          ServerError said = ServerError.of(error, client.redaction());
          if (ErrorMapping.kind(call.status(), said) == ErrorMapping.Kind.WITHHELD) {
            // A matter of this text: others may well be answered.
            LOG.info("{} refused a text: {}", client.address(), said.message());
            return new GenerationResult("", FinishReason.WITHHELD, TokenUsage.of(promptTokens, 0));
          }
          boolean again =
              isAboutFields(call.status()) && refusals < MOST_REFUSALS && bodies.learn(body, said);
          if (!again) {
            throw client
                .errors()
                .refused(call.status(), call.headers(), error, opening.model(), opening.models());
          }
        } catch (IOException e) {
          throw closed ? closedWhile() : client.errors().broken(e, false);
        } finally {
          running.remove(call);
        }
      }
    }
  }

  private static boolean isAboutFields(int status) {
    return status == 400 || status == 422 || status == 500 || status == 501;
  }

  private Call start(ObjectNode body, Duration total) {
    String path = preset.api() == EndpointPreset.Api.OLLAMA ? "api/chat" : "chat/completions";
    Call call = client.post(client.address().api(path), body, total);
    running.add(call);
    if (closed) {
      call.close();
    }
    return call;
  }

  private void requireOpen() {
    if (closed) {
      throw closedWhile();
    }
  }

  private static InferenceException closedWhile() {
    return new InferenceException(Category.BACKEND_PERMANENT, "The engine was closed");
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(Call::close);
  }
}
