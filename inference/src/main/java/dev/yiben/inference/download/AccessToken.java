package dev.yiben.inference.download;

import java.util.Optional;

/** A secret that opens a server's files; it shows itself to nobody else. */
public final class AccessToken {
  private final String value;

  private AccessToken(String value) {
    this.value = value;
  }

  /** Returns the token, or nothing if the text is blank or cannot stand in a header. */
  public static Optional<AccessToken> of(String text) {
    String value = text.strip();
    return value.matches("[\\x21-\\x7e]+") ? Optional.of(new AccessToken(value)) : Optional.empty();
  }

  String header() {
    return "Bearer " + value;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
