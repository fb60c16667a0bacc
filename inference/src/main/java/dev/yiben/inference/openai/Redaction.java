package dev.yiben.inference.openai;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes secrets from text that a server sent, which may echo what it was given. */
final class Redaction {
  private static final String MARK = "[secret]";
  // Shorter ones would mutilate ordinary text, and protect nothing.
  private static final int SHORTEST = 4;

  private final List<String> secrets;

  Redaction(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .flatMap(Redaction::forms)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  private static Stream<String> forms(String secret) {
    String escaped = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    return Stream.of(
        secret,
        escaped,
        escaped.replace("/", "\\/"),
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the text without any of the secrets. */
  String apply(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, MARK);
    }
    return clean;
  }
}
