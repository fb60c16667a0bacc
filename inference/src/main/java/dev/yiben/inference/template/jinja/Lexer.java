package dev.yiben.inference.template.jinja;

import dev.yiben.inference.template.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a template into text and tags.
 *
 * <p>White space is treated as for all chat templates: {@code trim_blocks} and {@code
 * lstrip_blocks} are on, and one line break at the end of the template does not count.
 */
final class Lexer {
  private static final Pattern RAW = Pattern.compile("\\{%[-+]?\\s*raw\\s*(-?)%}");
  private static final Pattern END_OF_RAW = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*([-+]?)%}");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int line = 1;
  private int counted;
  private boolean lineBegins = true;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String template) {
    String source = template.replace("\r\n", "\n").replace('\r', '\n');
    return new Lexer(source.endsWith("\n") ? source.substring(0, source.length() - 1) : source)
        .read();
  }

  private List<Token> read() {
    for (int tag = nextTag(); tag >= 0; tag = nextTag()) {
      char type = source.charAt(tag + 1);
      text(tag, type != '{', sign(tag + 2));
      Matcher raw = RAW.matcher(source).region(tag, source.length());
      if (raw.lookingAt()) {
        raw(raw);
      } else if (type == '#') {
        comment(tag);
      } else {
        tag(tag, type == '%');
      }
    }
    add(Kind.TEXT, source.substring(position));
    position = source.length();
    add(Kind.END, "");
    return tokens;
  }

  private int nextTag() {
    int brace = source.indexOf('{', position);
    while (brace >= 0
        && (brace + 1 == source.length() || "{%#".indexOf(source.charAt(brace + 1)) < 0)) {
      brace = source.indexOf('{', brace + 1);
    }
    return brace;
  }

  /** Returns the sign at the inside of a tag's edge; a space if there is none. */
  private char sign(int at) {
    char character = at < source.length() ? source.charAt(at) : ' ';
    return character == '-' || character == '+' ? character : ' ';
  }

  /** Adds the text up to a tag that may take white space before it away. */
  private void text(int tag, boolean ownLine, char sign) {
    String text = source.substring(position, tag);
    if (sign == '-') {
      text = Spaces.stripEnd(text);
    } else if (sign == ' ' && ownLine) {
      int begin = text.lastIndexOf('\n') + 1;
      if ((begin > 0 || lineBegins) && Spaces.strip(text.substring(begin)).isEmpty()) {
        text = text.substring(0, begin);
      }
    }
    add(Kind.TEXT, text);
    position = tag;
  }

  private void raw(Matcher begin) {
    position = begin.end();
    if (begin.group(1).equals("-")) {
      skipSpaces();
    }
    lineBegins = position > 0 && source.charAt(position - 1) == '\n';
    Matcher end = END_OF_RAW.matcher(source).region(position, source.length());
    if (!end.find()) {
      throw missing("endraw");
    }
    text(end.start(), true, end.group(1).isEmpty() ? ' ' : end.group(1).charAt(0));
    position = end.end();
    afterTag(end.group(2).isEmpty() ? ' ' : end.group(2).charAt(0), true);
  }

  private void comment(int tag) {
    int begin = sign(tag + 2) == ' ' ? tag + 2 : tag + 3;
    int end = source.indexOf("#}", begin);
    if (end < 0) {
      throw missing("#}");
    }
    position = end + 2;
    afterTag(end > begin ? sign(end - 1) : ' ', true);
  }

  private void tag(int tag, boolean block) {
    add(block ? Kind.TAG_BEGIN : Kind.PRINT_BEGIN, source.substring(tag, tag + 2));
    String end = block ? "%}" : "}}";
    TagLexer inside = new TagLexer(source, sign(tag + 2) == ' ' ? tag + 2 : tag + 3, end);
    try {
      while (!inside.atEnd()) {
        position = inside.position();
        Kind kind = inside.next();
        add(kind, inside.text());
      }
    } catch (JinjaException e) {
      throw e.at(lineOf(position));
    }
    position = inside.position();
    char sign = sign(position);
    add(block ? Kind.TAG_END : Kind.PRINT_END, end);
    position += (sign == ' ' ? 0 : 1) + end.length();
    afterTag(sign, block);
  }

  /** Takes away what a tag takes of the white space behind it. */
  private void afterTag(char sign, boolean ownLine) {
    if (sign == '-') {
      skipSpaces();
    } else if (sign == ' ' && ownLine && source.startsWith("\n", position)) {
      position++;
    }
    lineBegins = source.charAt(position - 1) == '\n';
  }

  private void skipSpaces() {
    while (position < source.length() && Spaces.is(source.charAt(position))) {
      position++;
    }
  }

  private JinjaException missing(String what) {
    return new JinjaException("'" + what + "' is missing").at(lineOf(position));
  }

  private void add(Kind kind, String text) {
    if (kind != Kind.TEXT || !text.isEmpty()) {
      tokens.add(new Token(kind, text, lineOf(position)));
    }
  }

  private int lineOf(int place) {
    for (; counted < place; counted++) {
      if (source.charAt(counted) == '\n') {
        line++;
      }
    }
    return line;
  }
}
