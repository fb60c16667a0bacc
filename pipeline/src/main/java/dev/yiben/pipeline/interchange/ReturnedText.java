package dev.yiben.pipeline.interchange;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a marked text together from what a file of XML has of it. */
final class ReturnedText {
  /** Begins the id of a character that XML cannot hold. */
  static final String CHARACTER = "u";

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
  private static final Pattern CHARACTER_ID =
      Pattern.compile(CHARACTER + "([0-9A-F]{1,5})-[0-9]{1,9}");

  private final StringBuilder marked = new StringBuilder();
  private Optional<String> fault = Optional.empty();

  void text(CharSequence text) {
    marked.append(text);
  }

  /** Adds the first half of a pair, or a standalone code. */
  void code(String id) {
    Matcher character = CHARACTER_ID.matcher(id);
    if (character.matches()) {
      marked.appendCodePoint(Integer.parseInt(character.group(1), 16));
    } else if (NUMBER.matcher(id).matches()) {
      marked.append('⟦').append(id).append('⟧');
    } else {
      unknown(id);
    }
  }

  /** Adds the second half of a pair. */
  void close(String id) {
    if (NUMBER.matcher(id).matches()) {
      marked.append("⟦/").append(id).append('⟧');
    } else {
      unknown(id);
    }
  }

  private void unknown(String id) {
    fault = fault.or(() -> Optional.of("it has a code '" + id + "' that the source has not"));
  }

  String marked() {
    return marked.toString();
  }

  Optional<String> fault() {
    return fault;
  }
}
