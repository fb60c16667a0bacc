package dev.yiben.formats.format.ass;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the lines of a section are. */
enum Section {
  INFO,
  STYLES,
  EVENTS,
  /** Fonts and pictures, as lines of printable characters without small letters. */
  ATTACHMENTS,
  /** Before the first header, and sections that other programs know. */
  OTHER;

  private static final Map<String, Section> KNOWN =
      Map.of(
          "script info", INFO,
          "v4 styles", STYLES,
          "v4+ styles", STYLES,
          "v4++ styles", STYLES,
          "v4 styles+", STYLES,
          "events", EVENTS,
          "fonts", ATTACHMENTS,
          "graphics", ATTACHMENTS);

  /**
   * Returns the section that a line begins; nothing if it begins none.
   *
   * <p>The lines of attachments may begin with a bracket too.
   */
  Optional<Section> begunBy(String line) {
    if (!line.startsWith("[")) {
      return Optional.empty();
    }
    boolean closed = line.endsWith("]");
    String name = line.substring(1, closed ? line.length() - 1 : line.length()).strip();
    Section known = KNOWN.get(name.toLowerCase(Locale.ROOT));
    if (known != null) {
      return Optional.of(known);
    }
    boolean header = closed && (this != ATTACHMENTS || name.chars().anyMatch(Section::isSmall));
    return header ? Optional.of(OTHER) : Optional.empty();
  }

  private static boolean isSmall(int character) {
    return character >= 'a' && character <= 'z';
  }
}
