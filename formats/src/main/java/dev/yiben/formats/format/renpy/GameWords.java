package dev.yiben.formats.format.renpy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the scripts of a game name: variables, characters, functions, strings and tags.
 *
 * <p>No script is run, so that every word of code counts as a name, and every literal as a string
 * that may be shown.
 */
final class GameWords {
  private static final String TAGS = "custom_text_tags";
  private static final Pattern TAG = Pattern.compile("[\"'](\\w{1,100})[\"']\\s*[\\]:]");

  private final Set<String> names = new HashSet<>();
  private final Set<String> strings = new HashSet<>();
  private final Set<String> paired = new HashSet<>();
  private final Set<String> single = new HashSet<>();

  /** Adds what lines name, and those in their blocks. */
  void add(List<LogicalLine> lines) {
    MarkedStrings.find(lines, marked -> strings.add(marked.value()));
    addLines(lines);
  }

  private void addLines(List<LogicalLine> lines) {
    for (LogicalLine line : lines) {
      addLine(line.text());
      addLines(line.block());
    }
  }

  private void addLine(String text) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Quoted.isQuote(c)) {
        at = addString(text, at);
      } else if (ScriptCharacters.isWordStart(c)) {
        int end = at + 1;
        while (end < text.length() && ScriptCharacters.isWordPart(text.charAt(end))) {
          end++;
        }
        names.add(text.substring(at, end));
        at = end;
      } else {
        at++;
      }
    }
    int tags = text.indexOf(TAGS);
    if (tags >= 0) {
      Matcher matcher = TAG.matcher(text).region(tags, text.length());
      while (matcher.find()) {
        (text.startsWith("self_closing_", tags - "self_closing_".length()) ? single : paired)
            .add(matcher.group(1));
      }
    }
  }

  private int addString(String text, int start) {
    Quoted quoted = Quoted.at(text, start);
    String written = text.substring(quoted.contentStart(), quoted.contentEnd());
    String said = SayString.decode(written);
    strings.add(said);
    strings.add(said.replace("%%", "%"));
    PythonString.decode(written).ifPresent(strings::add);
    if (said.indexOf('[') >= 0) {
      for (Piece piece : PieceScanner.pieces(said, false)) {
        if (piece.is(Piece.Kind.VARIABLE)) {
          addLine(piece.name().replaceAll("[\"'`]", " "));
        }
      }
    }
    return quoted.end();
  }

  boolean hasName(String name) {
    return names.contains(name);
  }

  boolean hasString(String value) {
    return strings.contains(value);
  }

  /** Returns the tags of the engine and of the game. */
  TextTags tags() {
    return TextTags.ENGINE.with(paired, single);
  }

  /** Returns all names, or nothing if there were no scripts to take them from. */
  Optional<Set<String>> names() {
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }
}
