package dev.yiben.formats.markup;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a document type declaration with its internal subset. */
final class DoctypeScanner {
  private static final Pattern EXTERNAL_ENTITY =
      Pattern.compile("<!ENTITY\\s++(?:%\\s++)?[^\\s\"'>]++\\s++(?:SYSTEM|PUBLIC)\\b");

  private static final Pattern ENTITY =
      Pattern.compile(
          "<!ENTITY\\s++([^\\s\"'%<>&;]{1,40}+)\\s++(?:\"([^\"]*+)\"|'([^']*+)')\\s*+>");

  /** What is longer is no abbreviation: repeated, it would blow up a small file. */
  private static final int LONGEST_VALUE = 100;

  private static final int MOST_ENTITIES = 1000;

  private final String text;
  private final int start;
  private final Map<String, String> entities = new HashMap<>();
  private int position;
  private boolean externalEntity;

  private DoctypeScanner(String text, int start) {
    this.text = text;
    this.start = start;
    this.position = start + 2;
  }

  static Token.Doctype scan(String text, int start) {
    DoctypeScanner scanner = new DoctypeScanner(text, start);
    scanner.scan();
    return new Token.Doctype(start, scanner.position, scanner.externalEntity, scanner.entities);
  }

  private void scan() {
    int depth = 1;
    while (depth > 0) {
      if (position >= text.length()) {
        throw unending();
      }
      char c = text.charAt(position);
      if (c == '"' || c == '\'') {
        skipPast(String.valueOf(c), position + 1);
      } else if (text.startsWith("<!--", position)) {
        skipPast("-->", position + 4);
      } else if (text.startsWith("<?", position)) {
        skipPast("?>", position + 2);
      } else if (c == '<') {
        Matcher matcher = EXTERNAL_ENTITY.matcher(text).region(position, text.length());
        externalEntity |= matcher.lookingAt();
        declareEntity();
        depth++;
        position++;
      } else if (c == '>') {
        depth--;
        position++;
      } else {
        position++;
      }
    }
  }

  /**
   * Takes down an entity whose value is text; one with markup or with other entities stays shut.
   */
  private void declareEntity() {
    Matcher matcher = ENTITY.matcher(text).region(position, text.length());
    if (entities.size() == MOST_ENTITIES || !matcher.lookingAt()) {
      return;
    }
    String raw = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
    if (raw.length() <= LONGEST_VALUE) {
      String value = Characters.decode(raw, 0, raw.length());
      if (!value.isEmpty() && value.indexOf('<') < 0 && value.indexOf('&') < 0) {
        // The first declaration counts (XML 1.0, section 4.2).
        entities.putIfAbsent(matcher.group(1), value);
      }
    }
  }

  private void skipPast(String closing, int from) {
    int found = text.indexOf(closing, from);
    if (found < 0) {
      throw unending();
    }
    position = found + closing.length();
  }

  private MarkupException unending() {
    return new MarkupException(text, start, "the declaration <! never ends");
  }
}
