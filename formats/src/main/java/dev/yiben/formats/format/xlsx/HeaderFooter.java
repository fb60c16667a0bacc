package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.run.CodeKind;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.run.ParagraphBuilder;
import dev.yiben.formats.run.RunStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header or footer of printed pages: up to three sections of text with codes, such as the
 * number of the page ({@code &P}; ISO/IEC 29500-1, 18.3.1.46).
 */
final class HeaderFooter {
  /** Excel takes no more characters; a limit for each section that leaves room for codes. */
  private static final int MOST_CHARACTERS = 255;

  private static final String CODE =
      "%1$s(?:(?<section>[LCR])|(?<and>%1$s)|(?<value>[PNDTAFZ])"
          + "|(?:\"|&quot;)[^\"&<]{0,200}(?:\"|&quot;)|\\d+|K(?:[0-9A-Fa-f]{6}|\\d\\d[+-]\\d{3})|.)";

  private static final Pattern WRITTEN = Pattern.compile(CODE.formatted("&amp;"), Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile(CODE.formatted("&"), Pattern.DOTALL);
  private static final Pattern SIZE_BEFORE_DIGIT = Pattern.compile("(&(?:amp;)?\\d+)\\x00");

  /** Where text begins with a digit, which must not be taken for that of a font's size. */
  private static final String DIGIT_FOLLOWS = "\0";

  private final String part;
  private final Units units;
  private final Units.Kind kind;

  HeaderFooter(String part, Units units, String stream, Optional<String> skipRule) {
    this.part = part;
    this.units = units;
    LengthLimit limit = new LengthLimit(MOST_CHARACTERS, MOST_CHARACTERS, 5);
    this.kind = new Units.Kind(Role.ATTRIBUTE, stream, skipRule, Optional.of(limit));
  }

  /** Adds the sections of a header or footer. */
  void add(Content content) {
    int length = content.end() - content.start();
    boolean literal = content.literal();
    Matcher code = pattern(literal).matcher(part).region(content.start(), content.end());
    int section = content.start();
    while (code.find()) {
      if (code.group("section") != null) {
        addSection(new Content(section, code.start(), literal), length);
        section = code.end();
      }
    }
    addSection(new Content(section, content.end(), literal), length);
  }

  private static Pattern pattern(boolean literal) {
    return literal ? LITERAL : WRITTEN;
  }

  private void addSection(Content section, int whole) {
    int start = section.start();
    int end = section.end();
    boolean literal = section.literal();
    ParagraphBuilder builder = new ParagraphBuilder(start, end);
    StringBuilder seen = new StringBuilder();
    Matcher code = pattern(literal).matcher(part).region(start, end);
    int done = start;
    while (code.find()) {
      CellText.add(part, new Content(done, code.start(), literal), RunStyle.PLAIN, builder, seen);
      done = code.end();
      if (code.group("and") != null) {
        builder.text("&", RunStyle.PLAIN);
        seen.append('&');
      } else {
        CodeKind codeKind = code.group("value") == null ? CodeKind.MARK : CodeKind.WORD;
        builder.code(codeKind, code.start(), done, "", Optional.empty());
      }
    }
    CellText.add(part, new Content(done, end, literal), RunStyle.PLAIN, builder, seen);
    Optional<Paragraph> paragraph = builder.build(part);
    if (paragraph.isEmpty()) {
      units.tally().text(seen);
      return;
    }
    Paragraph found = paragraph.get();
    units.add(
        found,
        seen.toString(),
        kind,
        start,
        end,
        (target, merging) -> {
          String written =
              SIZE_BEFORE_DIGIT
                  .matcher(
                      found.write(
                          target,
                          new TextDialect(
                              literal ? HeaderFooter::encodeLiterally : HeaderFooter::encode),
                          merging.markup()))
                  .replaceAll("$1 ")
                  .replace(DIGIT_FOLLOWS, "");
          boolean fits = whole - (end - start) + written.length() <= MOST_CHARACTERS;
          return fits || written.length() <= end - start ? written : part.substring(start, end);
        });
  }

  private static String encode(String text) {
    return mark(text) + CellText.encode(text.replace("&", "&&"));
  }

  private static String encodeLiterally(String text) {
    return mark(text) + CellText.encodeLiterally(text.replace("&", "&&"));
  }

  private static String mark(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(0)) ? DIGIT_FOLLOWS : "";
  }
}
