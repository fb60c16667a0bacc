package dev.yiben.formats.pdf.typeset;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says where words may be hyphenated, by TeX's patterns (Liang, Word Hy-phen-a-tion by Com-put-er,
 * 1983).
 */
final class Hyphenation {
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("bg", "bg"),
          Map.entry("ca", "ca"),
          Map.entry("da", "da"),
          Map.entry("de", "de-1996"),
          Map.entry("en", "en-us"),
          Map.entry("es", "es"),
          Map.entry("et", "et"),
          Map.entry("fi", "fi"),
          Map.entry("fr", "fr"),
          Map.entry("hr", "hr"),
          Map.entry("it", "it"),
          Map.entry("lt", "lt"),
          Map.entry("nl", "nl"),
          Map.entry("pl", "pl"),
          Map.entry("pt", "pt"),
          Map.entry("ru", "ru"),
          Map.entry("sl", "sl"),
          Map.entry("sv", "sv"),
          Map.entry("tr", "tr"),
          Map.entry("uk", "uk"));

  /** Shorter words stay whole. */
  private static final int LEAST_LETTERS = 6;

  /** Longer ones are none. */
  private static final int MOST_LETTERS = 100;

  private static final int MOST_KNOWN = 50_000;
  private static final int LEAST_BEFORE = 2;
  private static final int LEAST_AFTER = 3;

  private final Map<String, byte[]> patterns = new HashMap<>();
  private final Map<String, BitSet> exceptions = new HashMap<>();
  private final Map<String, List<Integer>> known = new HashMap<>();
  private int longest;

  private Hyphenation() {}

  /** Returns the hyphenation of a language, if there is one. */
  static Optional<Hyphenation> of(String language) {
    ULocale locale = ULocale.forLanguageTag(language);
    String file =
        locale.getLanguage().equals("en") && locale.getCountry().equals("GB")
            ? "en-gb"
            : FILES.get(locale.getLanguage());
    if (file == null) {
      return Optional.empty();
    }
    Hyphenation hyphenation = new Hyphenation();
    try (InputStream in =
        Hyphenation.class.getResourceAsStream("hyphenation/hyph-" + file + ".tex")) {
      hyphenation.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(hyphenation);
  }

  /** Reads a file in the subset of TeX that the files of patterns keep to. */
  private void read(String tex) {
    boolean isException = false;
    boolean within = false;
    for (String line : tex.split("\n", -1)) {
      int comment = line.indexOf('%');
      String code = comment < 0 ? line : line.substring(0, comment);
      for (String token : code.replace("{", "{ ").replace("}", " } ").strip().split("\\s+", -1)) {
        if (token.endsWith("{")) {
          isException = token.equals("\\hyphenation{");
          within = isException || token.equals("\\patterns{");
        } else if (token.equals("}")) {
          within = false;
        } else if (within && !token.isEmpty()) {
          if (isException) {
            addException(token);
          } else {
            addPattern(token);
          }
        }
      }
    }
  }

  private void addPattern(String token) {
    StringBuilder letters = new StringBuilder();
    byte[] values = new byte[token.length() + 1];
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c >= '0' && c <= '9') {
        values[letters.length()] = (byte) (c - '0');
      } else {
        letters.append(c);
      }
    }
    patterns.put(letters.toString(), values);
    longest = Math.max(longest, letters.length());
  }

  private void addException(String token) {
    BitSet points = new BitSet();
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) == '-') {
        points.set(letters.length());
      } else {
        letters.append(token.charAt(i));
      }
    }
    exceptions.put(letters.toString(), points);
  }

  /** Returns the places within a text, from its start, where a hyphen may part a word. */
  List<Integer> points(String text) {
    List<Integer> points = known.get(text);
    if (points == null) {
      if (known.size() >= MOST_KNOWN) {
        known.clear();
      }
      points = List.copyOf(find(text));
      known.put(text, points);
    }
    return points;
  }

  private List<Integer> find(String text) {
    List<Integer> points = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetter(text.charAt(i))) {
        int length = i - start;
        if (length >= LEAST_LETTERS && length <= MOST_LETTERS) {
          addPoints(text.substring(start, i), start, points);
        }
        start = i + 1;
      }
    }
    return points;
  }

  private void addPoints(String word, int offset, List<Integer> points) {
    String letters = word.toLowerCase(Locale.ROOT);
    if (letters.length() != word.length()) {
      return;
    }
    BitSet exception = exceptions.get(letters);
    BitSet places = exception == null ? places(letters) : exception;
    for (int i = LEAST_BEFORE; i <= letters.length() - LEAST_AFTER; i++) {
      if (places.get(i)) {
        points.add(offset + i);
      }
    }
  }

  private BitSet places(String letters) {
    String word = "." + letters + ".";
    byte[] values = new byte[word.length() + 1];
    for (int start = 0; start < word.length(); start++) {
      int most = Math.min(word.length(), start + longest);
      for (int end = start + 1; end <= most; end++) {
        byte[] pattern = patterns.get(word.substring(start, end));
        if (pattern != null) {
          for (int i = 0; i <= end - start; i++) {
            values[start + i] = (byte) Math.max(values[start + i], pattern[i]);
          }
        }
      }
    }
    BitSet places = new BitSet();
    for (int i = 1; i < letters.length(); i++) {
      places.set(i, (values[i + 1] & 1) != 0);
    }
    return places;
  }
}
