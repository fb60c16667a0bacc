package dev.yiben.pipeline.plan;

import dev.yiben.glossary.TermMatch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hash that tells whether something changed.
 *
 * @param value 32 hexadecimal digits, half a SHA-256
 */
public record Fingerprint(String value) {

  /** Returns the fingerprint of texts, which depends on where one ends and the next begins. */
  public static Fingerprint of(String... texts) {
    return of(List.of(texts));
  }

  /** Returns the fingerprint of texts, which depends on where one ends and the next begins. */
  public static Fingerprint of(Collection<String> texts) {
    MessageDigest digest = sha256();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return new Fingerprint(HexFormat.of().formatHex(digest.digest(), 0, 16));
  }

  /** Returns this fingerprint joined with the terms that were found in a segment. */
  Fingerprint withTerms(List<TermMatch> matches) {
    Stream<String> terms =
        matches.stream()
            .map(TermMatch::term)
            .distinct()
            .map(
                term ->
                    String.join(
                        "\0",
                        term.source(),
                        term.target(),
                        term.note(),
                        term.forbidden().toString()))
            .sorted();
    return of(Stream.concat(Stream.of(value), terms).toList());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
