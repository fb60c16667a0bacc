package dev.yiben.glossary.exchange;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions between Python's way of writing them, which those tools use, and Java's. */
final class OtherRegex {
  private static final Pattern REFERENCE =
      Pattern.compile("\\\\(?:([1-9][0-9]?)|g<([A-Za-z0-9]+)>|(.))|(\\$)", Pattern.DOTALL);
  private static final Pattern OWN_REFERENCE =
      Pattern.compile(
          "\\$(?:([0-9])(?![0-9])|([0-9])|\\{([A-Za-z0-9]+)\\})|\\\\(.)", Pattern.DOTALL);

  private OtherRegex() {}

  static String expressionFromPython(String expression) {
    return expression
        .replace("(?P<", "(?<")
        .replaceAll("\\(\\?P=([A-Za-z0-9]+)\\)", "\\\\k<$1>")
        .replace("\\Z", "\\z");
  }

  static String expressionToPython(String expression) {
    return expression
        .replaceAll("(?<!\\\\)\\(\\?<(?=[A-Za-z])", "(?P<")
        .replaceAll("\\\\k<([A-Za-z0-9]+)>", "(?P=$1)")
        .replace("\\z", "\\Z");
  }

  /** Turns {@code \1} and {@code \g<name>} into {@code $1} and <code>${name}</code>. */
  static String replacementFromPython(String replacement) {
    return REFERENCE
        .matcher(replacement)
        .replaceAll(match -> Matcher.quoteReplacement(fromPython(match)));
  }

  private static String fromPython(MatchResult match) {
    if (match.group(4) != null) {
      return "\\$";
    }
    if (match.group(3) != null) {
      return switch (match.group(3)) {
        case "n" -> "\n";
        case "t" -> "\t";
        case "\\" -> "\\\\";
        default -> "\\\\" + match.group(3);
      };
    }
    String group = match.group(1) == null ? match.group(2) : match.group(1);
    return Character.isDigit(group.charAt(0)) ? "$" + group : "${" + group + "}";
  }

  /** Turns {@code $1} and <code>${name}</code> into {@code \1} and {@code \g<name>}. */
  static String replacementToPython(String replacement) {
    return OWN_REFERENCE
        .matcher(replacement)
        .replaceAll(match -> Matcher.quoteReplacement(toPython(match)));
  }

  private static String toPython(MatchResult match) {
    if (match.group(4) != null) {
      return match.group(4).equals("\\") ? "\\\\" : match.group(4);
    }
    if (match.group(1) != null) {
      return "\\" + match.group(1);
    }
    return "\\g<" + (match.group(2) == null ? match.group(3) : match.group(2)) + ">";
  }
}
