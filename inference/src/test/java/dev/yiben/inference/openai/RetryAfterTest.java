package dev.yiben.inference.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private final RetryAfter retryAfter =
      new RetryAfter(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "retry-after: 7 ; 7000",
        "retry-after: 0.25 ; 250",
        "retry-after: -3 ; 0",
        "retry-after: Sun, 22 Nov 2026 12:00:30 GMT ; 30000",
        "retry-after: Sun, 22 Nov 2026 11:00:00 GMT ; 0",
        "retry-after: 99999999 ; 86400000",
        "retry-after-ms: 1500, retry-after: 2 ; 1500",
        "x-ratelimit-remaining-requests: 0, x-ratelimit-reset-requests: 6m0.5s ; 360500",
        "x-ratelimit-remaining-requests: 4, x-ratelimit-reset-requests: 1s,"
            + " x-ratelimit-remaining-tokens: 0, x-ratelimit-reset-tokens: 120ms ; 120",
        "anthropic-ratelimit-requests-remaining: 0,"
            + " anthropic-ratelimit-requests-reset: 2026-11-22T12:01:00Z ; 60000",
        "x-ratelimit-reset: 1795348830000 ; 30000",
        "x-ratelimit-reset: 1795348830 ; 30000",
      })
  void readsHeaders(String headers, long milliseconds) {
    assertThat(retryAfter.of(headers(headers), "")).contains(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Rate limit reached. Please try again in 6.5s. Visit … ; 6500",
        "Please try again in 1m2s ; 62000",
        "Please try again in 20 s ; 20000",
        "{\"details\":[{\"retrydelay\":\"34s\"}]} ; 34000",
      })
  void readsWords(String body, long milliseconds) {
    assertThat(retryAfter.of(headers(""), body)).contains(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @CsvSource({"retry-after: soon", "retry-after: ''", "x-ratelimit-reset-requests: 1s", "x: 1"})
  void saysNothingWhereNothingIsSaid(String headers) {
    assertThat(retryAfter.of(headers(headers), "try again in a while")).isEmpty();
  }

  @Test
  void endsOnLongDigits() {
    String digits = "1".repeat(100_000);

    assertThat(retryAfter.of(headers("retry-after: " + digits), "try again in " + digits + "s"))
        .isEmpty();
  }

  private static HttpHeaders headers(String text) {
    Map<String, List<String>> all =
        Arrays.stream(text.split(", (?=[a-z])"))
            .filter(header -> !header.isBlank())
            .map(header -> header.split(": ", 2))
            .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> List.of(parts[1])));
    return HttpHeaders.of(all, (name, value) -> true);
  }
}
