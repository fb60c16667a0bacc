package dev.yiben.formats.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Changes the XML of a part so that it stays well-formed: elements go, come twice, move, lose their
 * tags, come into each other where no program would put them.
 */
final class XmlMutator {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][^\\s<>/]*)[^<>]*?(/?)>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" [\\w:]+=\"([^\"<>]*)\"");
  private static final Pattern TEXT = Pattern.compile(">([^<>]+)<");
  private static final int LONG = 20_000;
  private static final int DEEP = 600;

  private static final List<String> VALUES =
      List.of(
          "", "0", "-1", "99999999999", "true", "off", "rId99", "../../etc/passwd", "a b", "&lt;");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          " \n ",
          "\u27E61\u27E7",
          "\u27E6/1\u27E7 and \u27E6",
          "&amp;amp; &lt;b&gt;",
          "&#x20AC;&#9;&#10;&#13;",
          "&#xD7FF;\uFFFD",
          "\u202Eright to left\u202C \u05D0\u05D1",
          "\u00AD\u200B\uFEFF\u00A0\u2028",
          "e\u0301\u0301 \uD83D\uDC69\u200D\uD83D\uDCBB",
          "<![CDATA[ <p>&amp; ]]>",
          "<!-- a comment --> with <?an instruction?>",
          "]]&gt;");

  /** What is put in, with the prefixes that most documents have. */
  private static final List<String> PIECES =
      List.of(
          "<w:p><w:r><w:t>Put in</w:t></w:r></w:p>",
          "<w:r><w:t>Put in</w:t><w:br/><w:tab/><w:t xml:space=\"preserve\"> </w:t></w:r>",
          "<w:r><w:rPr/><w:t/></w:r>",
          "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
          "<w:r><w:instrText> HYPERLINK \"x\" </w:instrText></w:r>",
          "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
          "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
          "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
          "<w:ins w:id=\"1\"><w:r><w:t>new</w:t></w:r></w:ins>",
          "<w:del w:id=\"2\"><w:r><w:delText>old</w:delText></w:r></w:del>",
          "<w:moveFrom w:id=\"3\"><w:r><w:t>away</w:t></w:r></w:moveFrom>",
          "<w:moveFromRangeStart w:id=\"4\"/>",
          "<w:bookmarkStart w:id=\"5\" w:name=\"here\"/>",
          "<w:commentRangeEnd w:id=\"6\"/>",
          "<w:sdt><w:sdtPr/><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
          "<w:sdt/>",
          "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
          "<w:r><w:ruby><w:rubyBase/></w:ruby></w:r>",
          "<w:r><w:noBreakHyphen/><w:softHyphen/><w:sym/></w:r>",
          "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>",
          "<w:hyperlink/>",
          "<a:p><a:r><a:t>Put in</a:t></a:r><a:br/><a:fld id=\"{1}\"><a:t>1</a:t></a:fld></a:p>",
          "<a:r><a:rPr lang=\"en\"/><a:t>Put in</a:t></a:r>",
          "<a:endParaRPr/>",
          "<r><t>Put in</t></r>",
          "<si><t>Put in</t></si>",
          "<si/>",
          "<c r=\"A1\" t=\"s\"><v>99999</v></c>",
          "<c r=\"XFE1\" t=\"inlineStr\"><is><t>Put in</t></is></c>",
          "<c t=\"s\"><v>x</v></c>",
          "<f>Sheet1!A1+\"text\"</f>",
          "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
          "<mc:AlternateContent><mc:Choice Requires=\"wps\"/><mc:Fallback/></mc:AlternateContent>",
          "<unknown xmlns=\"urn:unknown\"><p>What?</p></unknown>",
          "Loose text");

  private final Random random;

  XmlMutator(Random random) {
    this.random = random;
  }

  /** An element by the offsets of its tags. */
  private record Element(int start, int contentStart, int contentEnd, int end) {}

  /** Returns the part with some things changed. */
  byte[] mutated(byte[] part) {
    String text = new String(part, UTF_8);
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      text = mutated(text);
    }
    return text.getBytes(UTF_8);
  }

  private String mutated(String text) {
    List<Element> elements = elements(text);
    if (elements.size() < 2) {
      return text;
    }
    // The outermost one is the last to end.
    Element one = elements.get(random.nextInt(elements.size() - 1));
    Element other = elements.get(random.nextInt(elements.size() - 1));
    String whole = text.substring(one.start(), one.end());
    return switch (random.nextInt(12)) {
      case 0 -> replaced(text, one.start(), one.end(), "");
      case 1 -> replaced(text, one.end(), one.end(), whole);
      case 2 ->
          replaced(
              text, one.start(), one.end(), text.substring(one.contentStart(), one.contentEnd()));
      case 3 -> replaced(text, one.contentStart(), one.contentEnd(), "");
      case 4 -> replaced(text, other.contentStart(), other.contentStart(), whole);
      case 5 -> moved(text, one, other);
      case 6 -> replaced(text, one.start(), one.start(), declared(any(PIECES)));
      case 7 -> replaced(text, one.contentEnd(), one.contentEnd(), declared(any(PIECES)));
      case 8 -> group(text, ATTRIBUTE, any(VALUES));
      case 9 -> group(text, TEXT, any(TEXTS));
      case 10 -> group(text, TEXT, "word ".repeat(LONG / 5));
      default ->
          random.nextInt(8) == 0
              ? deep(text, one, whole)
              : replaced(text, one.start(), one.start(), any(TEXTS));
    };
  }

  private static String deep(String text, Element element, String whole) {
    String tag = text.substring(element.start(), element.contentStart());
    if (tag.endsWith("/>")) {
      return text;
    }
    String end = text.substring(element.contentEnd(), element.end());
    return replaced(
        text, element.start(), element.end(), tag.repeat(DEEP) + whole + end.repeat(DEEP));
  }

  /** Returns the text with an element in another place, unless that is within it. */
  private static String moved(String text, Element one, Element other) {
    String whole = text.substring(one.start(), one.end());
    if (other.start() >= one.end()) {
      return replaced(
          replaced(text, other.start(), other.start(), whole), one.start(), one.end(), "");
    }
    return other.end() <= one.start()
        ? replaced(replaced(text, one.start(), one.end(), ""), other.end(), other.end(), whole)
        : text;
  }

  /** Declares the prefixes of a piece, which the part may not know. */
  private static String declared(String piece) {
    return piece.replaceFirst(
        "^<(\\w+):(\\w+)",
        "<$1:$2 xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"");
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String replaced(String text, int start, int end, String by) {
    return text.substring(0, start) + by + text.substring(end);
  }

  /** Returns the text with the first group of one match replaced. */
  private String group(String text, Pattern pattern, String by) {
    List<MatchResult> found = pattern.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult match = found.get(random.nextInt(found.size()));
    return replaced(text, match.start(1), match.end(1), by);
  }

  /** Returns the elements in the order in which they end. */
  private static List<Element> elements(String text) {
    List<Element> elements = new ArrayList<>();
    Deque<MatchResult> open = new ArrayDeque<>();
    for (MatchResult tag : TAG.matcher(text).results().toList()) {
      if (!tag.group(3).isEmpty()) {
        elements.add(new Element(tag.start(), tag.end(), tag.end(), tag.end()));
      } else if (tag.group(1).isEmpty()) {
        open.push(tag);
      } else if (!open.isEmpty()) {
        MatchResult start = open.remove();
        elements.add(new Element(start.start(), start.end(), tag.start(), tag.end()));
      }
    }
    return elements;
  }
}
