package dev.yiben.pipeline.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tells languages by their small words, which every longer text has. */
final class SmallWords {
  private static final int FEWEST_WORDS = 10;
  private static final int FEWEST = 4;
  private static final int FEWEST_DISTINCT = 3;

  /** How many times more words of another language there must be than of the expected one. */
  private static final int LEAD = 4;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]+");

  private final Map<String, Set<String>> words = new TreeMap<>();

  SmallWords() {
    Properties properties = new Properties();
    try (InputStream in = SmallWords.class.getResourceAsStream("function-words.properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.forEach(
        (language, list) ->
            words.put((String) language, new HashSet<>(List.of(((String) list).split(" ")))));
  }

  /** Returns the language that a text is in rather than the expected one. */
  Optional<String> foreign(String text, String expected) {
    String language = expected.split("-", 2)[0];
    Set<String> own = words.get(language.equals("nb") || language.equals("nn") ? "no" : language);
    if (own == null) {
      return Optional.empty();
    }
    List<String> there = List.of(BETWEEN.split(Words.withoutCode(text).toLowerCase(Locale.ROOT)));
    if (there.size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    long ofOwn = there.stream().filter(own::contains).count();
    for (Map.Entry<String, Set<String>> other : words.entrySet()) {
      List<String> found = there.stream().filter(other.getValue()::contains).toList();
      if (found.size() >= Math.max(FEWEST, LEAD * ofOwn)
          && Set.copyOf(found).size() >= FEWEST_DISTINCT) {
        return Optional.of(other.getKey());
      }
    }
    return Optional.empty();
  }
}
