package dev.yiben.pipeline.report;

import dev.yiben.inference.TokenUsage;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a model costs.
 *
 * @param input price of a million tokens of prompts
 * @param cached price of a million tokens of prompts that were there from an earlier request
 * @param output price of a million generated tokens, thinking included
 * @param currency its name, such as {@code USD}; may be empty
 */
public record Price(BigDecimal input, BigDecimal cached, BigDecimal output, String currency) {
  private static final Set<String> KEYS = Set.of("input", "cached", "output", "currency");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final Pattern CURRENCY = Pattern.compile("[\\p{L}\\p{Sc}]{1,8}");

  /**
   * Reads a price such as {@code input:0.27 cached:0.07 output:1.10 currency:USD}; without {@code
   * cached} it is that of the input.
   *
   * @throws IllegalArgumentException saying what is wrong, in one line
   */
  public static Price parse(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : Pattern.compile("[\\s,]+").split(text.strip(), -1)) {
      int colon = part.indexOf(':');
      String key = colon < 0 ? part : part.substring(0, colon);
      if (colon < 0 || !KEYS.contains(key)) {
        throw new IllegalArgumentException(
            "'" + part + "' is none of input:N, cached:N, output:N and currency:NAME");
      }
      if (parts.put(key, part.substring(colon + 1)) != null) {
        throw new IllegalArgumentException("'" + key + "' is there twice");
      }
    }
    BigDecimal input = amount(parts, "input");
    String currency = parts.getOrDefault("currency", "");
    if (!currency.isEmpty() && !CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("'" + currency + "' is no currency, such as USD");
    }
    return new Price(
        input,
        parts.containsKey("cached") ? amount(parts, "cached") : input,
        amount(parts, "output"),
        currency);
  }

  private static BigDecimal amount(Map<String, String> parts, String key) {
    String value = parts.get(key);
    if (value == null) {
      throw new IllegalArgumentException("'" + key + "' is missing, the price of a million tokens");
    }
    if (!AMOUNT.matcher(value).matches()) {
      throw new IllegalArgumentException("'" + value + "' is no price, such as 0.27");
    }
    return new BigDecimal(value);
  }

  /** Returns what tokens cost. */
  public Cost of(TokenUsage tokens) {
    BigDecimal millionths =
        input
            .multiply(BigDecimal.valueOf(tokens.evaluated()))
            .add(cached.multiply(BigDecimal.valueOf(tokens.cached())))
            .add(output.multiply(BigDecimal.valueOf(tokens.generated())));
    return new Cost(millionths.movePointLeft(6), currency);
  }
}
