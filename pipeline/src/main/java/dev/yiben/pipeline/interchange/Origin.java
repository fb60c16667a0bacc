package dev.yiben.pipeline.interchange;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the segments of a file for review come from.
 *
 * @param original path of the document, relative to the file for review, with {@code /} between
 *     folders; of a project its folder
 * @param part where a project has the file, relative to its folder; empty for a document that
 *     stands alone
 * @param format id of the document's format; empty to detect it
 * @param withTargets whether the targets of a run were in it
 * @param reading how the document was read where that is not the default, as {@link ReadingOptions}
 *     names it
 */
public record Origin(
    String original,
    Optional<String> part,
    Optional<String> format,
    boolean withTargets,
    Map<String, String> reading) {
  public Origin {
    reading = Map.copyOf(reading);
  }

  /** Returns how the document was read, in one line such as {@code ruby=keep;tl=schinese}. */
  String readingLine() {
    StringBuilder line = new StringBuilder();
    new TreeMap<>(reading)
        .forEach(
            (name, value) ->
                line.append(line.isEmpty() ? "" : ";").append(name).append('=').append(value));
    return line.toString();
  }

  /** Returns the options of such a line. */
  static Map<String, String> readingOf(String line) {
    Map<String, String> options = new TreeMap<>();
    for (String option : line.split(";", -1)) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        options.put(option.substring(0, equals).strip(), option.substring(equals + 1).strip());
      }
    }
    return options;
  }
}
