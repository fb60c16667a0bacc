package dev.yiben.inference.template.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A text cut into parts, as Python's {@code split} and its relatives do. */
final class Splits {
  private Splits() {}

  static List<Object> split(String text, Arguments.Bound given, boolean fromEnd) {
    String separator = given.text("sep", null);
    long most = given.number("maxsplit", -1);
    long limit = most < 0 ? Long.MAX_VALUE : most;
    if (separator != null && separator.isEmpty()) {
      throw new JinjaException("a text cannot be split at nothing");
    } else if (!fromEnd) {
      return separator == null ? words(text, limit) : parts(text, separator, limit);
    }
    String mirrored = reversed(text);
    List<Object> parts =
        separator == null ? words(mirrored, limit) : parts(mirrored, reversed(separator), limit);
    parts.replaceAll(part -> reversed((String) part));
    Collections.reverse(parts);
    return parts;
  }

  private static List<Object> parts(String text, String separator, long limit) {
    List<Object> parts = new ArrayList<>();
    int from = 0;
    int found = text.indexOf(separator);
    while (found >= 0 && parts.size() < limit) {
      parts.add(text.substring(from, found));
      from = found + separator.length();
      found = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<Object> words(String text, long limit) {
    List<Object> words = new ArrayList<>();
    int from = run(text, 0, true);
    while (from < text.length()) {
      int to = words.size() < limit ? run(text, from, false) : text.length();
      words.add(text.substring(from, to));
      from = run(text, to, true);
    }
    return words;
  }

  /** Returns where white space, or what is none, ends. */
  private static int run(String text, int from, boolean spaces) {
    int to = from;
    while (to < text.length() && Spaces.is(text.charAt(to)) == spaces) {
      to++;
    }
    return to;
  }

  static List<Object> lines(String text) {
    List<Object> lines = new ArrayList<>(List.of(text.split("\\R", -1)));
    if (lines.get(lines.size() - 1).equals("")) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  /** Returns what stands before the first or last separator, the separator, and what is behind. */
  static Tuple partition(String text, String separator, boolean last) {
    if (separator.isEmpty()) {
      throw new JinjaException("a text cannot be split at nothing");
    }
    int found = last ? text.lastIndexOf(separator) : text.indexOf(separator);
    if (found < 0) {
      return new Tuple(last ? List.of("", "", text) : List.of(text, "", ""));
    }
    return new Tuple(
        List.of(text.substring(0, found), separator, text.substring(found + separator.length())));
  }

  static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
