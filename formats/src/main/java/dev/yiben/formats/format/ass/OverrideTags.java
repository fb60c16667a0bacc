package dev.yiben.formats.format.ass;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands in braces: override tags and comments. */
final class OverrideTags {
  private static final Pattern DRAWING = Pattern.compile("\\\\p\\s*+(\\d{1,9})");
  private static final Pattern POSITION = Pattern.compile("\\\\(?:pos|move)\\s*+\\(");
  private static final Pattern ONCE =
      Pattern.compile("\\\\(?:[kK]|p\\s*+\\d|pos|move|org|i?clip|fad|an?\\d|q\\d)");
  private static final Pattern LOOK =
      Pattern.compile(
          "\\\\(?:[ibus]\\d*+(?![a-z])|[1-4]?c&[^\\\\{}()]*+|(?:[1-4]a|alpha)&[^\\\\{}()]*+"
              + "|fn[^\\\\{}()]++|(?:fr[xyz]?|fa[xy]|fsc[xy]|fsp|[xy]?bord|[xy]?shad|blur|be)-?[\\d.]++"
              + "|fs(?<size>\\d{1,4}+(?:\\.\\d{1,3}+)?+))");
  private static final Pattern SINGLE =
      Pattern.compile(
          "\\{\\\\(?:(?<flag>[ibus])(?<on>\\d*+)"
              + "|[1-4]?(?<name>c|a|alpha|fn|fscx|fscy|fsp|fs|bord|shad|blur|be|frx|fry|frz|fr|r)"
              + "(?<value>[^\\\\{}()]*+))\\}");

  private OverrideTags() {}

  /** Returns whether a block in braces has no tag, and so is a remark that nobody sees. */
  static boolean isComment(String block) {
    return block.startsWith("{") && block.endsWith("}") && block.indexOf('\\') < 0;
  }

  /** Returns the remarks in a line. */
  static String remarks(String line) {
    StringBuilder remarks = new StringBuilder();
    int end = 0;
    int start = line.indexOf('{');
    while (start >= 0 && (end = line.indexOf('}', start)) >= 0) {
      String block = line.substring(start, end + 1);
      remarks.append(isComment(block) ? block.substring(1, block.length() - 1) : "");
      start = line.indexOf('{', end);
    }
    return remarks.toString();
  }

  /** Returns whether a drawing follows a block, if the block says so or says not. */
  static OptionalInt drawing(String block) {
    Matcher matcher = DRAWING.matcher(block);
    OptionalInt scale = OptionalInt.empty();
    while (matcher.find()) {
      scale = OptionalInt.of(Integer.parseInt(matcher.group(1)));
    }
    return scale;
  }

  /** Returns whether a text is put in a place of its own. */
  static boolean isPositioned(String text) {
    return POSITION.matcher(text).find();
  }

  /** Returns whether a code must stand but once in a line that shows its text twice. */
  static boolean showsOnce(String block) {
    return ONCE.matcher(block).find() || isComment(block);
  }

  /** Returns the tags of a text that say how letters look, in another size. */
  static String look(String text, double scale) {
    StringBuilder tags = new StringBuilder();
    Matcher matcher = LOOK.matcher(text);
    while (matcher.find()) {
      String size = matcher.group("size");
      tags.append(
          size == null
              ? matcher.group()
              : "\\fs" + Math.max(1, Math.round(Double.parseDouble(size) * scale)));
    }
    return tags.toString();
  }

  /** What a block with a single tag does to the text after it. */
  record Change(String name, boolean ends) {}

  /** Returns what a block changes if it has but a tag that another one can take back. */
  static Optional<Change> change(String block) {
    Matcher matcher = SINGLE.matcher(block);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String flag = matcher.group("flag");
    if (flag != null) {
      String on = matcher.group("on");
      return Optional.of(new Change(flag, on.isEmpty() || on.matches("0+")));
    }
    String name = block.substring(2, matcher.end("name")).toLowerCase(Locale.ROOT);
    return Optional.of(
        new Change(name.equals("1c") ? "c" : name, matcher.group("value").isBlank()));
  }
}
