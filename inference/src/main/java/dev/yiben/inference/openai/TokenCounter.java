package dev.yiben.inference.openai;

import dev.yiben.inference.InferenceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Counts tokens: by the server where it is on this machine and can, else by an estimate.
 *
 * <p>Planning counts every segment of a book, which over a network would take longer than the
 * estimate is worth.
 */
final class TokenCounter {
  private static final Logger LOG = LoggerFactory.getLogger(TokenCounter.class);
  private static final int REMEMBERED = 1024;
  private static final int LONGEST_REMEMBERED = 1 << 14;

  private final EndpointClient client;
  private final String model;
  private volatile boolean exact;
  private final Map<String, Integer> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  TokenCounter(EndpointClient client, String model) {
    this.client = client;
    this.model = model;
    exact =
        client.address().isLoopback()
            && client.address().preset().tokens() != EndpointPreset.TokenCount.ESTIMATE;
  }

  int count(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    if (!exact) {
      return TokenEstimate.most(text);
    }
    synchronized (known) {
      Integer count = known.get(text);
      if (count != null) {
        return count;
      }
    }
    OptionalInt asked = ask(text);
    if (asked.isPresent() && text.length() <= LONGEST_REMEMBERED) {
      synchronized (known) {
        known.put(text, asked.getAsInt());
      }
    }
    return asked.orElseGet(() -> TokenEstimate.most(text));
  }

  private OptionalInt ask(String text) {
    if (Thread.currentThread().isInterrupted()) {
      return OptionalInt.empty();
    }
    try {
      EndpointAddress address = client.address();
      int count =
          switch (address.preset().tokens()) {
            case ESTIMATE -> -1;
            case LLAMA_SERVER ->
                size(
                    client
                        .ask(address.server("tokenize"), Json.object().put("content", text))
                        .path("tokens"));
            case KOBOLDCPP ->
                client
                    .ask(address.server("api/extra/tokencount"), Json.object().put("prompt", text))
                    .path("value")
                    .asInt(-1);
            case TEXT_GENERATION_WEBUI ->
                client
                    .ask(address.api("internal/token-count"), Json.object().put("text", text))
                    .path("length")
                    .asInt(-1);
            case VLLM ->
                client
                    .ask(
                        address.server("tokenize"),
                        Json.object()
                            .put("model", model)
                            .put("prompt", text)
                            .put("add_special_tokens", false))
                    .path("count")
                    .asInt(-1);
          };
      return count < 0 ? OptionalInt.empty() : OptionalInt.of(count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InferenceException e) {
      LOG.debug("Estimating tokens: {}", e.getMessage());
      exact &= e.category() == InferenceException.Category.BACKEND_TRANSIENT;
    }
    return OptionalInt.empty();
  }

  private static int size(JsonNode tokens) {
    return tokens.isArray() ? tokens.size() : -1;
  }
}
