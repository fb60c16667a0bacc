package dev.yiben.formats.format.markdown;

import java.util.regex.Pattern;

/** Writes text so that it stays text. */
final class Escape {
  private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,40}+;");
  private static final Pattern BLOCK_START =
      Pattern.compile(
          "(?:#{1,6}+|[-+*]|[-=_*~:+]{2,}+.*|>.*|\\|.*|\\[[^\\]]*+\\]:.*)(?:[ \\t].*|)|\\d{1,9}[.)](?:[ \\t].*|)",
          Pattern.DOTALL);

  private Escape() {}

  /**
   * Writes a run of text, with as few backslashes as will mostly do.
   *
   * @param before the character before it, a space where it begins a block
   * @param after the character after it, a space where it ends one
   */
  static String lightly(String run, char before, char after, boolean cell) {
    StringBuilder escaped = new StringBuilder(run.length() + 8);
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      char previous = i == 0 ? before : run.charAt(i - 1);
      char next = i + 1 == run.length() ? after : run.charAt(i + 1);
      boolean apart = Character.isWhitespace(previous) && Character.isWhitespace(next);
      boolean special =
          switch (c) {
            case '`' -> true;
            case '\\' -> isPunctuation(next) || i + 1 == run.length();
            case '*' -> !apart;
            case '_' ->
                !apart && !(Character.isLetterOrDigit(previous) && Character.isLetterOrDigit(next));
            case '~' -> next == '~' || previous == '~';
            case '[' -> next == '^' || next == '[';
            case ']' -> next == '(' || next == '[' || next == ':';
            case '!' -> next == '[';
            case '<' -> Character.isLetter(next) || next == '/' || next == '!' || next == '?';
            case '&' -> ENTITY.matcher(run).region(i, run.length()).lookingAt();
            default -> false;
          };
      append(escaped, c, special, cell);
    }
    return escaped.toString();
  }

  /** Writes a run of text with a backslash before each character that could mean something. */
  static String fully(String run, boolean cell) {
    StringBuilder escaped = new StringBuilder(run.length() + 16);
    run.chars()
        .forEach(c -> append(escaped, (char) c, "\\`*_[]<>~$&{}#!:=+-^(".indexOf(c) >= 0, cell));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, char c, boolean special, boolean cell) {
    if (c == '|' && (cell || special)) {
      // With a backslash it would be code for the next reader.
      escaped.append("&#124;");
    } else {
      escaped.append(special ? "\\" : "").append(c);
    }
  }

  /** Returns whether a line that begins like this would begin another block. */
  static boolean startsBlock(String line) {
    return BLOCK_START.matcher(line).matches();
  }

  /** Escapes the start of a block that would be another one. */
  static String start(String written) {
    if (!startsBlock(written)) {
      return written;
    }
    int i = 0;
    while (i < written.length() && Character.isDigit(written.charAt(i))) {
      i++;
    }
    return written.substring(0, i) + "\\" + written.substring(i);
  }

  /** Escapes number signs at a heading's end, which would be taken for its closing ones. */
  static String headingEnd(String written) {
    return written.endsWith("#") ? written.substring(0, written.length() - 1) + "\\#" : written;
  }

  private static boolean isPunctuation(char c) {
    return c < 0x80 && c > ' ' && !Character.isLetterOrDigit(c);
  }
}
