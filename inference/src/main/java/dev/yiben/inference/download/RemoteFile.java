package dev.yiben.inference.download;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a file on a server before it is fetched.
 *
 * @param size bytes, where the server says so
 * @param sha256 hash of the whole file in lower case, where it is known
 * @param validator ETag or date that changes when the file does
 * @param ranges whether parts of it can be asked for
 * @param host where its bytes come from
 */
record RemoteFile(
    OptionalLong size,
    Optional<String> sha256,
    Optional<String> validator,
    boolean ranges,
    String host) {

  /** Returns whether parts of it can be fetched one by one. */
  boolean divisible() {
    return ranges && size.isPresent() && size.getAsLong() > 0;
  }

  /** Returns what tells this content from any other; empty if nothing does. */
  String identity() {
    return sha256.map(hash -> "sha256 " + hash).or(() -> validator).orElse("");
  }

  RemoteFile withSha256(Optional<String> hash) {
    return new RemoteFile(size, hash.or(() -> sha256), validator, ranges, host);
  }
}
