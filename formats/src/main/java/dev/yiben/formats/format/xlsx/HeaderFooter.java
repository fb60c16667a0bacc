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

  private static final Pattern CODE =
      Pattern.compile(
          "&amp;(?:(?<section>[LCR])|(?<and>&amp;)|(?<value>[PNDTAFZ])"
              + "|(?:\"|&quot;)[^\"&<]{0,200}(?:\"|&quot;)|\\d+|K(?:[0-9A-Fa-f]{6}|\\d\\d[+-]\\d{3})|.)",
          Pattern.DOTALL);

  private static final Pattern SIZE_BEFORE_DIGIT = Pattern.compile("(&amp;\\d+)\\x00");

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

  /** Adds the sections of a header or footer, which is a range of the part. */
  void add(int start, int end) {
    Matcher code = CODE.matcher(part).region(start, end);
    int section = start;
    while (code.find()) {
      if (code.group("section") != null) {
        addSection(section, code.start(), end - start);
        section = code.end();
      }
    }
    addSection(section, end, end - start);
  }

  private void addSection(int start, int end, int whole) {
    ParagraphBuilder builder = new ParagraphBuilder(start, end);
    StringBuilder seen = new StringBuilder();
    Matcher code = CODE.matcher(part).region(start, end);
    int done = start;
    while (code.find()) {
      CellText.add(part, done, code.start(), false, RunStyle.PLAIN, builder, seen);
      done = code.end();
      if (code.group("and") != null) {
        builder.text("&", RunStyle.PLAIN);
        seen.append('&');
      } else {
        CodeKind codeKind = code.group("value") == null ? CodeKind.MARK : CodeKind.WORD;
        builder.code(codeKind, code.start(), done, "", Optional.empty());
      }
    }
    CellText.add(part, done, end, false, RunStyle.PLAIN, builder, seen);
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
                      found.write(target, new TextDialect(HeaderFooter::encode), merging.markup()))
                  .replaceAll("$1 ")
                  .replace(DIGIT_FOLLOWS, "");
          boolean fits = whole - (end - start) + written.length() <= MOST_CHARACTERS;
          return fits || written.length() <= end - start ? written : part.substring(start, end);
        });
  }

  private static String encode(String text) {
    boolean digit = !text.isEmpty() && Character.isDigit(text.charAt(0));
    return (digit ? DIGIT_FOLLOWS : "") + CellText.encode(text.replace("&", "&&"));
  }
}
