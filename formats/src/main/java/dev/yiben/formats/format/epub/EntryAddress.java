package dev.yiben.formats.format.epub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Turns an address in a package document into the name of an entry. */
final class EntryAddress {
  private EntryAddress() {}

  /** Returns the name; nothing for an address outside of the archive. */
  static Optional<String> resolve(String packageName, String address) {
    String path = address.replaceAll("[#?].*", "");
    if (path.isBlank() || path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      return Optional.empty();
    }
    String folder = packageName.substring(0, packageName.lastIndexOf('/') + 1);
    String whole = path.startsWith("/") ? decode(path) : folder + decode(path);
    Deque<String> steps = new ArrayDeque<>();
    for (String step : whole.split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.equals(".") && !step.isEmpty()) {
        steps.addLast(step);
      }
    }
    return Optional.of(String.join("/", steps));
  }

  private static String decode(String path) {
    try {
      // A plus sign is only a plus sign in a path.
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }
}
