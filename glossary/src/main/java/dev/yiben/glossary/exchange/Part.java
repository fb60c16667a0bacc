package dev.yiben.glossary.exchange;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of a glossary, which other tools keep in a file or sheet of its own. */
public enum Part {
  TERMS("terms|term|glossary"),
  CHARACTERS("characters|character|characterization|角色"),
  BEFORE("before|pre|译前"),
  AFTER("after|post|译后"),
  PROTECTED("protected|preserve|exclusion|nontranslate|禁翻"),
  FORBIDDEN("forbidden"),
  EXAMPLES("examples|example|示例"),
  STYLE("style");

  private final String words;

  Part(String words) {
    this.words = words;
  }

  /** Returns the part that a sheet, key or file is named after, if one is. */
  static Optional<Part> namedBy(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> parts = List.of(lower.split("[^\\p{L}]+"));
    return Arrays.stream(values())
        .filter(part -> part != STYLE)
        .filter(part -> part.words().stream().anyMatch(word -> isNamed(lower, parts, word)))
        // "glossary_pre_replacement" is about replacements.
        .max(Comparator.comparing(part -> part != TERMS));
  }

  /** Words of scripts without spaces count wherever they are. */
  private static boolean isNamed(String name, List<String> parts, String word) {
    return parts.contains(word) || (word.codePointAt(0) > 0x2E80 && name.contains(word));
  }

  /** A bar separates them. */
  private List<String> words() {
    return List.of(words.split("\\|"));
  }

  @Override
  public String toString() {
    return words().get(0);
  }
}
