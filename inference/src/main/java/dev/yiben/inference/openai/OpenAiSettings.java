package dev.yiben.inference.openai;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How an endpoint is used.
 *
 * @param address where it is and of which kind
 * @param model id of the model; empty for the only one that it has
 * @param key what it asks for
 * @param contextWindow tokens that a prompt and its answer may take together; 0 for what it tells
 * @param concurrency requests that are sent at once, further ones wait; 0 for what suits it
 * @param timeouts how long it may take
 * @param thinking whether the model may think before it answers, where it can
 * @param headers further headers, of which all values are taken for secrets
 * @param extraBody a JSON object whose fields go into every request, over what is there; null
 *     removes a field
 * @param proxies what is between
 */
public record OpenAiSettings(
    EndpointAddress address,
    Optional<String> model,
    ApiKey key,
    int contextWindow,
    int concurrency,
    Timeouts timeouts,
    boolean thinking,
    Map<String, String> headers,
    String extraBody,
    Proxies proxies) {
  private static final int MOST_AT_ONCE = 1024;
  private static final int LARGEST_WINDOW = 1 << 24;
  // What the client itself sets; the JDK refuses most of them with a message that has the value.
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

  public OpenAiSettings {
    headers = Map.copyOf(headers);
    check(
        contextWindow == 0 || (contextWindow >= 64 && contextWindow <= LARGEST_WINDOW),
        "the context window cannot be " + contextWindow);
    check(
        concurrency >= 0 && concurrency <= MOST_AT_ONCE,
        "the number of requests at once cannot be " + concurrency);
    headers.forEach(
        (name, value) -> {
          check(
              name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
                  && !OWN.contains(name.toLowerCase(Locale.ROOT)),
              OneLine.of(name) + " is no header that can be set");
          check(
              value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~')),
              "the value of the header " + name + " must be one line of visible ASCII characters");
        });
    Json.object(extraBody, "the extra body");
  }

  /** Returns the settings that suit most. */
  public static OpenAiSettings of(EndpointAddress address) {
    return new OpenAiSettings(
        address,
        Optional.empty(),
        ApiKey.none(),
        0,
        0,
        Timeouts.usual(),
        false,
        Map.of(),
        "{}",
        Proxies.none());
  }

  /** Returns these settings for another address. */
  public OpenAiSettings withAddress(EndpointAddress other) {
    return new OpenAiSettings(
        other,
        model,
        key,
        contextWindow,
        concurrency,
        timeouts,
        thinking,
        headers,
        extraBody,
        proxies);
  }

  /** Returns these settings with a model; empty for the only one that the endpoint has. */
  public OpenAiSettings withModel(Optional<String> id) {
    return new OpenAiSettings(
        address,
        id,
        key,
        contextWindow,
        concurrency,
        timeouts,
        thinking,
        headers,
        extraBody,
        proxies);
  }

  /** Returns these settings with a key. */
  public OpenAiSettings withKey(ApiKey other) {
    return new OpenAiSettings(
        address,
        model,
        other,
        contextWindow,
        concurrency,
        timeouts,
        thinking,
        headers,
        extraBody,
        proxies);
  }

  /** Returns these settings with another context window, in tokens. */
  public OpenAiSettings withContextWindow(int tokens) {
    return new OpenAiSettings(
        address, model, key, tokens, concurrency, timeouts, thinking, headers, extraBody, proxies);
  }

  /** Returns these settings with another number of requests at once. */
  public OpenAiSettings withConcurrency(int requests) {
    return new OpenAiSettings(
        address,
        model,
        key,
        contextWindow,
        requests,
        timeouts,
        thinking,
        headers,
        extraBody,
        proxies);
  }

  /** Returns these settings with other timeouts. */
  public OpenAiSettings withTimeouts(Timeouts other) {
    return new OpenAiSettings(
        address,
        model,
        key,
        contextWindow,
        concurrency,
        other,
        thinking,
        headers,
        extraBody,
        proxies);
  }

  /** Returns these settings with thinking allowed or not. */
  public OpenAiSettings withThinking(boolean allowed) {
    return new OpenAiSettings(
        address,
        model,
        key,
        contextWindow,
        concurrency,
        timeouts,
        allowed,
        headers,
        extraBody,
        proxies);
  }

  /** Returns these settings with further headers. */
  public OpenAiSettings withHeaders(Map<String, String> others) {
    return new OpenAiSettings(
        address,
        model,
        key,
        contextWindow,
        concurrency,
        timeouts,
        thinking,
        others,
        extraBody,
        proxies);
  }

  /** Returns these settings with further fields of requests, as a JSON object. */
  public OpenAiSettings withExtraBody(String json) {
    return new OpenAiSettings(
        address,
        model,
        key,
        contextWindow,
        concurrency,
        timeouts,
        thinking,
        headers,
        json,
        proxies);
  }

  /** Returns these settings with proxies. */
  public OpenAiSettings withProxies(Proxies others) {
    return new OpenAiSettings(
        address,
        model,
        key,
        contextWindow,
        concurrency,
        timeouts,
        thinking,
        headers,
        extraBody,
        others);
  }

  private static void check(boolean valid, String message) {
    if (!valid) {
      throw new InferenceException(Category.USER, message);
    }
  }

  /** Returns what may be shown. */
  @Override
  public String toString() {
    return address
        + ", model "
        + model.orElse("?")
        + ", headers "
        + new TreeMap<>(headers).keySet();
  }
}
