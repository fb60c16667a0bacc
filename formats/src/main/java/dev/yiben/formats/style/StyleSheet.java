package dev.yiben.formats.style;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads style sheets (CSS Syntax Module Level 3) in time linear in their length.
 *
 * <p>Rules within {@code @media}, {@code @supports} and their like are read with those. What is
 * malformed is passed over, as browsers do.
 */
public final class StyleSheet {
  private static final Pattern CONDITION =
      Pattern.compile("@(?:-[a-z]+-)?(?:media|supports|layer|document|container|scope)\\b.*");
  private static final int DEEPEST = 8;
  private static final Pattern IMPORTANT = Pattern.compile("(?i)\\s*!\\s*important$");

  private final String css;
  private final List<StyleRule> rules = new ArrayList<>();
  private final List<String> imports = new ArrayList<>();
  private final Deque<String> conditions = new ArrayDeque<>();
  private int position;

  private StyleSheet(String css) {
    this.css = css;
  }

  /** Returns the rules of a style sheet in order. */
  public static List<StyleRule> rules(String css) {
    return new StyleSheet(css).read();
  }

  /** Returns the declarations of a rule's body or of a {@code style} attribute. */
  public static List<Declaration> declarations(String body) {
    return new StyleSheet(body).readDeclarations();
  }

  /** Returns the {@code @import} rules of a style sheet in order, as written. */
  public static List<String> imports(String css) {
    StyleSheet sheet = new StyleSheet(css);
    sheet.read();
    return sheet.imports;
  }

  private List<StyleRule> read() {
    while (position < css.length()) {
      String prelude = upTo("{};").replaceAll("<!--|-->", "").strip();
      char end = position < css.length() ? css.charAt(position++) : ';';
      if (end == '{' && CONDITION.matcher(prelude.toLowerCase(Locale.ROOT)).matches()) {
        // No style sheet nests deeper; the rules would hold copies of a hostile one's conditions.
        conditions.push(conditions.size() < DEEPEST ? prelude : "@");
      } else if (end == '{') {
        List<String> around = conditions.size() > DEEPEST ? List.of("@") : List.copyOf(conditions);
        rules.add(new StyleRule(prelude, declarations(body()), around));
      } else if (end == '}') {
        conditions.poll();
      } else if (prelude.toLowerCase(Locale.ROOT).startsWith("@import")) {
        imports.add(prelude);
      }
    }
    return rules;
  }

  /** Returns what stands before the brace that closes the one just passed, and goes past it. */
  private String body() {
    int start = position;
    int depth = 1;
    while (position < css.length()) {
      char c = css.charAt(position);
      if (c == '}' && --depth == 0) {
        return css.substring(start, position++);
      }
      depth += c == '{' ? 1 : 0;
      skip();
    }
    return css.substring(start);
  }

  private List<Declaration> readDeclarations() {
    List<Declaration> declarations = new ArrayList<>();
    while (position < css.length()) {
      String declaration = upTo(";{");
      if (position < css.length() && css.charAt(position++) == '{') {
        body();
        continue;
      }
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String value = declaration.substring(colon + 1).strip();
        String plain = IMPORTANT.matcher(value).replaceFirst("");
        declarations.add(
            new Declaration(
                declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                plain,
                plain.length() < value.length()));
      }
    }
    return declarations;
  }

  /** Returns the text up to one of some characters outside of strings, without comments. */
  private String upTo(String ends) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    while (position < css.length()) {
      char c = css.charAt(position);
      if (depth <= 0 && ends.indexOf(c) >= 0) {
        break;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      // A bracket that nothing closes does not swallow the rules after it.
      depth = c == '{' || c == '}' ? 0 : depth;
      int start = position;
      boolean comment = css.startsWith("/*", position);
      skip();
      text.append(comment ? " " : css.substring(start, position));
    }
    return text.toString().strip();
  }

  /** Goes past a character, an escape, a string or a comment. */
  private void skip() {
    char c = css.charAt(position);
    if (css.startsWith("/*", position)) {
      int end = css.indexOf("*/", position + 2);
      position = end < 0 ? css.length() : end + 2;
    } else if (c == '"' || c == '\'') {
      position = afterString(c);
    } else {
      position = Math.min(css.length(), position + (c == '\\' ? 2 : 1));
    }
  }

  /** Returns where a string ends; one that its line does not close ends with the line. */
  private int afterString(char quote) {
    for (int i = position + 1; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      } else if (c == '\n') {
        return i;
      }
    }
    return css.length();
  }
}
