package dev.yiben.formats.format.epub;

import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Turns addresses in documents into names of entries, and names into addresses. */
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

  /** Returns the address of an entry as another one names it, percent-encoded where it must be. */
  static String relative(String from, String to) {
    String[] folders = from.split("/", -1);
    String[] steps = to.split("/", -1);
    int common = 0;
    while (common < Math.min(folders.length, steps.length) - 1
        && folders[common].equals(steps[common])) {
      common++;
    }
    return "../".repeat(folders.length - 1 - common)
        + Arrays.stream(steps).skip(common).map(EntryAddress::encode).collect(joining("/"));
  }

  private static String encode(String step) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : step.getBytes(StandardCharsets.UTF_8)) {
      boolean unreserved =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || "-._~".indexOf(b) >= 0;
      encoded.append(unreserved ? Character.toString(b) : "%%%02X".formatted(b & 0xFF));
    }
    return encoded.toString();
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
