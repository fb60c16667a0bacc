package dev.yiben.inference.download;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server said, at the end of all redirections.
 *
 * @param uri who said it
 * @param hops headers of the redirections before, in order
 */
record Answer(URI uri, int status, HttpHeaders headers, List<HttpHeaders> hops) {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** The part of a file that an answer has. */
  record ContentRange(long first, long last, long size) {}

  Optional<ContentRange> contentRange() {
    return headers
        .firstValue("Content-Range")
        .map(RANGE::matcher)
        .filter(Matcher::matches)
        .map(
            range ->
                new ContentRange(
                    Long.parseLong(range.group(1)),
                    Long.parseLong(range.group(2)),
                    Long.parseLong(range.group(3))));
  }

  OptionalLong contentLength() {
    return number(headers.firstValue("Content-Length"));
  }

  /** Returns the size that the redirection to a file's store named. */
  OptionalLong linkedSize() {
    return number(anywhere("X-Linked-Size"));
  }

  /** Returns the hash of the whole file, where the server names it. */
  Optional<String> sha256() {
    return anywhere("X-Linked-Etag")
        .map(tag -> tag.replace("W/", "").replace("\"", "").toLowerCase(Locale.ROOT))
        .filter(tag -> SHA256.matcher(tag).matches());
  }

  /** Returns what changes when the file changes, exactly as the server wrote it. */
  Optional<String> validator() {
    return headers
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> headers.firstValue("Last-Modified"));
  }

  boolean isPage() {
    return headers
        .firstValue("Content-Type")
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
        .isPresent();
  }

  Optional<String> errorCode() {
    return anywhere("X-Error-Code");
  }

  /** Returns how long the server asks to wait. */
  Optional<Duration> retryAfter(Instant now) {
    Optional<String> text = headers.firstValue("Retry-After").map(String::strip);
    if (text.filter(t -> t.matches("\\d{1,9}")).isPresent()) {
      return text.map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
    try {
      return text.map(
              date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
          .map(until -> Duration.between(now, until))
          .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Optional<String> anywhere(String name) {
    for (HttpHeaders hop : hops) {
      Optional<String> value = hop.firstValue(name);
      if (value.isPresent()) {
        return value;
      }
    }
    return headers.firstValue(name);
  }

  private static OptionalLong number(Optional<String> text) {
    return text.map(String::strip)
        .filter(t -> t.matches("\\d{1,18}"))
        .map(t -> OptionalLong.of(Long.parseLong(t)))
        .orElse(OptionalLong.empty());
  }
}
