package dev.yiben.formats.format.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file says of itself before its text begins: YAML between lines of hyphens, or TOML between
 * lines of plus signs.
 *
 * @param end offset after it; 0 if there is none
 * @param values those that are text for readers; none of TOML
 */
record FrontMatter(int end, List<Value> values) {
  private static final FrontMatter NONE = new FrontMatter(0, List.of());
  private static final Pattern KEY = Pattern.compile("[\\w\"-]{1,100}+[ \\t]*+:");
  private static final int MOST_LINES = 2000;

  private static final String TEXT_KEY =
      "(?m)^(?:title|subtitle|description|summary|excerpt|abstract|lead|tagline|linkTitle"
          + "|sidebar_label|caption):[ \\t]++";

  private static final Pattern VALUE =
      Pattern.compile(
          TEXT_KEY
              + "(?:\"(?<double>(?:[^\"\\\\\\n\\r]|\\\\[\"\\\\]){1,1000}+)\"|'(?<single>(?:[^'\\n\\r]|''){1,1000}+)'"
              + "|(?<plain>[^\\s\"'|>\\[{&*!%#@`,?:-](?:(?! #|: |:\\s*$)[^\\n\\r]){0,1000}+))[ \\t]*+$");

  /** A block scalar of one paragraph (YAML 1.2, section 8.1); a literal one has a single line. */
  private static final Pattern FOLDED =
      Pattern.compile(
          TEXT_KEY
              + "(?:>[-+]?[ \\t]*+\\R( ++)(?<folded>\\S.{0,500}+(?:\\R\\1\\S.{0,500}+){0,50}+)"
              + "|\\|[-+]?[ \\t]*+\\R ++(?<literal>\\S.{0,500}+))(?=\\R(?:[ \\t]*+\\R)*+\\S)");

  /** A value; {@code kind} says how it is written. */
  record Value(int start, int end, String text, Unit.Kind kind) {}

  static FrontMatter of(String text) {
    boolean yaml = text.startsWith("---");
    if (!yaml && !text.startsWith("+++")) {
      return NONE;
    }
    String fence = text.substring(0, 3);
    int start = nextLine(text, 0);
    if (!text.substring(3, start).isBlank()) {
      return NONE;
    }
    boolean keys = !yaml;
    int line = start;
    for (int lines = 0; line < text.length() && lines < MOST_LINES; lines++) {
      int next = nextLine(text, line);
      String content = text.substring(line, next).stripTrailing();
      if (content.equals(fence) || (yaml && content.equals("..."))) {
        List<Value> values = yaml ? values(text, start, line) : List.of();
        return keys ? new FrontMatter(next, values) : NONE;
      }
      keys |= KEY.matcher(content).lookingAt();
      line = next;
    }
    return NONE;
  }

  private static int nextLine(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
  }

  private static List<Value> values(String text, int start, int end) {
    List<Value> values = new ArrayList<>();
    Matcher value = VALUE.matcher(text).region(start, end);
    while (value.find()) {
      if (value.group("double") != null) {
        String decoded = value.group("double").replaceAll("\\\\(.)", "$1");
        values.add(value(value, "double", decoded, Unit.Kind.DOUBLE_QUOTED_VALUE));
      } else if (value.group("single") != null) {
        String decoded = value.group("single").replace("''", "'");
        values.add(value(value, "single", decoded, Unit.Kind.SINGLE_QUOTED_VALUE));
      } else {
        String plain = value.group("plain").stripTrailing();
        values.add(value(value, "plain", plain, Unit.Kind.PLAIN_VALUE));
      }
    }
    Matcher folded = FOLDED.matcher(text).region(start, end).useTransparentBounds(true);
    while (folded.find()) {
      String group = folded.group("folded") == null ? "literal" : "folded";
      String content = folded.group(group).stripTrailing();
      int from = folded.start(group);
      String line = content.replaceAll("[ \\t]*+\\R[ \\t]*+", " ");
      values.add(new Value(from, from + content.length(), line, Unit.Kind.BLOCK_VALUE));
    }
    values.sort(Comparator.comparingInt(Value::start));
    return values;
  }

  private static Value value(Matcher matcher, String group, String text, Unit.Kind kind) {
    int start = matcher.start(group);
    int end = kind == Unit.Kind.PLAIN_VALUE ? start + text.length() : matcher.end(group);
    return new Value(start, end, text, kind);
  }
}
