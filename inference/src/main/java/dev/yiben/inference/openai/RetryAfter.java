package dev.yiben.inference.openai;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how long a server asks to wait.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, Retry-After</a>
 * @see <a href="https://platform.openai.com/docs/guides/rate-limits">OpenAI's rate limits</a>
 */
final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?i)(?:try again in|retry in|retry after|\"retrydelay\":)\\s*\"?"
              + "((?:\\d{1,9}(?:\\.\\d{1,9})?\\s?(?:ms|s|m|h|d)(?![a-z]))+)");

  private final Clock clock;

  RetryAfter(Clock clock) {
    this.clock = clock;
  }

  /** Returns how long a refused request should wait, as the headers or else the body tell. */
  Optional<Duration> of(HttpHeaders headers, String body) {
    return header(headers, "retry-after-ms")
        .flatMap(RetryAfter::milliseconds)
        .or(() -> header(headers, "retry-after").flatMap(this::secondsOrDate))
        .or(() -> reset(headers, "requests"))
        .or(() -> reset(headers, "tokens"))
        .or(() -> header(headers, "x-ratelimit-reset").flatMap(this::durationOrTime))
        .or(() -> inWords(body))
        .map(this::bounded);
  }

  /** Returns when a limit is reset that is used up, as OpenAI and those like it tell. */
  private Optional<Duration> reset(HttpHeaders headers, String limit) {
    for (String form : new String[] {"x-ratelimit-%s-%s", "anthropic-ratelimit-%2$s-%1$s"}) {
      boolean usedUp =
          header(headers, String.format(form, "remaining", limit))
              .filter(remaining -> remaining.matches("0+|-\\d+"))
              .isPresent();
      Optional<Duration> wait =
          header(headers, String.format(form, "reset", limit)).flatMap(this::durationOrTime);
      if (usedUp && wait.isPresent()) {
        return wait;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> header(HttpHeaders headers, String name) {
    return headers.firstValue(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  private static Optional<Duration> milliseconds(String value) {
    return number(value).map(number -> Duration.ofMillis(Math.round(number)));
  }

  private Optional<Duration> secondsOrDate(String value) {
    return number(value)
        .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
        .or(() -> date(value, DateTimeFormatter.RFC_1123_DATE_TIME));
  }

  private Optional<Duration> durationOrTime(String value) {
    return number(value)
        .map(this::secondsOrEpoch)
        .or(() -> duration(value))
        .or(() -> date(value, DateTimeFormatter.ISO_DATE_TIME));
  }

  /** Returns a plain number as what it must be: seconds, or a time in seconds or milliseconds. */
  private Duration secondsOrEpoch(double number) {
    if (number > 1e11) {
      return Duration.between(clock.instant(), Instant.ofEpochMilli((long) number));
    }
    return number > 1e8
        ? Duration.between(clock.instant(), Instant.ofEpochSecond((long) number))
        : Duration.ofMillis(Math.round(number * 1000));
  }

  private Optional<Duration> date(String value, DateTimeFormatter format) {
    try {
      return Optional.of(
          Duration.between(clock.instant(), ZonedDateTime.parse(value, format).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> inWords(String body) {
    Matcher matcher = IN_WORDS.matcher(body);
    return matcher.find() ? duration(matcher.group(1).replace(" ", "")) : Optional.empty();
  }

  private static Optional<Double> number(String value) {
    return value.matches("-?\\d{1,15}(\\.\\d{1,9})?")
        ? Optional.of(Double.parseDouble(value))
        : Optional.empty();
  }

  /** Reads durations such as {@code 6m0.5s}. */
  private static Optional<Duration> duration(String value) {
    Matcher matcher = PART.matcher(value);
    double milliseconds = 0;
    int at = 0;
    while (at < value.length() && matcher.find(at) && matcher.start() == at) {
      double number = Double.parseDouble(matcher.group(1));
      milliseconds +=
          number
              * switch (matcher.group(2)) {
                case "ms" -> 1;
                case "s" -> 1000;
                case "m" -> 60_000;
                case "h" -> 3_600_000;
                default -> 86_400_000;
              };
      at = matcher.end();
    }
    return at == value.length() && at > 0
        ? Optional.of(Duration.ofMillis(Math.round(milliseconds)))
        : Optional.empty();
  }

  private Duration bounded(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
