package dev.yiben.formats.format.renpy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Which statements of a translation unit its id is computed from.
 *
 * <p>The choice is that of {@code config.tlid_only_considers_say}, which is true from version 8.6
 * of the engine on.
 */
enum IdRule {
  /** All, also those that go before what is said, such as {@code voice}. */
  ALL_STATEMENTS,
  /** What is said alone. */
  SAY_STATEMENTS;

  private static final int DIGITS = 8;

  /** Returns the part of an id that stands for the content of a unit. */
  String digest(List<Statement> unit) {
    MessageDigest digest = md5();
    for (Statement statement : unit) {
      if (this == ALL_STATEMENTS || statement instanceof Statement.Said) {
        digest.update((Code.of(statement) + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, DIGITS / 2);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
