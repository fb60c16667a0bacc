package dev.yiben.formats.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the end of a document type declaration, over its internal subset. */
final class DoctypeScanner {
  private static final Pattern EXTERNAL_ENTITY =
      Pattern.compile("<!ENTITY\\s++(?:%\\s++)?[^\\s\"'>]++\\s++(?:SYSTEM|PUBLIC)\\b");

  private final String text;
  private final int start;
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
    return new Token.Doctype(start, scanner.position, scanner.externalEntity);
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
