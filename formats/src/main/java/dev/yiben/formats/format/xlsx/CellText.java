package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.run.CodeKind;
import dev.yiben.formats.run.ParagraphBuilder;
import dev.yiben.formats.run.RunStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as cells and some attributes have it: line breaks and tabs are characters, and what XML does
 * not allow is written as {@code _xHHHH_} (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19).
 */
final class CellText {
  private static final String RETURN = "_x000[dD]_|&#13;|&#[xX]0*[dD];|\\r";
  private static final String FEED = "_x000[aA]_|&#10;|&#[xX]0*[aA];|\\n";
  private static final Pattern SPECIAL =
      Pattern.compile(
          "(?<line>(?:%1$s)?(?:%2$s)|%1$s)|(?<tab>_x0009_|&#9;|&#[xX]0*9;|\\t)|_x(?<code>[0-9a-fA-F]{4})_"
              .formatted(RETURN, FEED));
  private static final Pattern ESCAPE_ALIKE = Pattern.compile("_(?=x[0-9a-fA-F]{4}_)");

  private CellText() {}

  /**
   * Adds text of a part.
   *
   * @param seen gets the text as it is told to the builder, with a newline for a line break
   */
  static void add(
      String part, Content content, RunStyle style, ParagraphBuilder builder, StringBuilder seen) {
    boolean literal = content.literal();
    if (!mayBeSpecial(part, content.start(), content.end())) {
      addPlain(part, content, style, builder, seen);
      return;
    }
    Matcher special = SPECIAL.matcher(part).region(content.start(), content.end());
    int done = content.start();
    while (special.find()) {
      if (literal && part.charAt(special.start()) == '&') {
        continue;
      }
      addPlain(part, new Content(done, special.start(), literal), style, builder, seen);
      done = special.end();
      String shown = shown(special);
      if (isPlain(shown)) {
        builder.text(shown, style);
      } else {
        builder.code(CodeKind.MARK, special.start(), done, shown, Optional.of(style));
      }
      seen.append(shown);
    }
    addPlain(part, new Content(done, content.end(), literal), style, builder, seen);
  }

  private static boolean mayBeSpecial(String part, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = part.charAt(i);
      if (c < ' ' || c == '_' || c == '&') {
        return true;
      }
    }
    return false;
  }

  private static void addPlain(
      String part, Content content, RunStyle style, ParagraphBuilder builder, StringBuilder seen) {
    if (content.start() < content.end()) {
      String text = content.text(part);
      builder.text(text, style);
      seen.append(text);
    }
  }

  private static String shown(Matcher special) {
    if (special.group("line") != null) {
      return "\n";
    }
    if (special.group("tab") != null) {
      return "\t";
    }
    char character = (char) Integer.parseInt(special.group("code"), 16);
    return Character.isISOControl(character) || Character.isSurrogate(character)
        ? ""
        : String.valueOf(character);
  }

  private static boolean isPlain(String shown) {
    return !shown.isEmpty() && !shown.equals("\n") && !shown.equals("\t");
  }

  /** Returns a value of which both kinds of escapes are decoded, with a newline for line breaks. */
  static String decode(String value) {
    Matcher special = SPECIAL.matcher(value);
    return special.replaceAll(found -> Matcher.quoteReplacement(shown((Matcher) found)));
  }

  /** Returns text as the content of an element. */
  static String encode(String text) {
    return Characters.escape(ESCAPE_ALIKE.matcher(text).replaceAll("_x005F_"), any -> true);
  }

  /** Returns text as it stands in a CDATA section. */
  static String encodeLiterally(String text) {
    return ESCAPE_ALIKE.matcher(text).replaceAll("_x005F_").replace("]]>", "]]]]><![CDATA[>");
  }

  /** Returns text as the value of an attribute, with its line breaks. */
  static String encodeAttribute(String text) {
    return encode(text).replace("\"", "&quot;").replace("'", "&apos;").replace("\n", "_x000a_");
  }
}
