package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.splice.SourceText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Breaks markup in the ways in which books are broken, and in some that only malice thinks of. */
final class MarkupMutator {
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
  private static final Pattern END_TAG = Pattern.compile("</[A-Za-z][^<>]*>");
  private static final Pattern START_TAG = Pattern.compile("<[A-Za-z][^<>]*>");
  private static final Pattern QUOTED = Pattern.compile("=(\"[^\"<>]*\")");
  private static final Pattern DECLARED = Pattern.compile("encoding=\"[^\"]*\"");

  private static final List<String> ATTRIBUTES =
      List.of(
          " id=\"p1\"",
          " xml:id='x'",
          " class",
          " lang=\"\"",
          " lang=en",
          " xml:lang='en' xml:lang='en'",
          " translate=\"no\"",
          " translate=no",
          " title=\"a &lt; b &amp; &quot;c&quot;\"",
          " title='it&#39;s \"quoted\"'",
          " title=unquoted",
          " title=\"\"",
          " alt=\"&unknown; & bare\"",
          " aria-label=\" \n two\tlines \"",
          " style=\"display:none\"",
          " style='display:block'",
          " dir=\"rtl\"",
          " hidden",
          " epub:type=\"footnote noteref pagebreak\"",
          " epub:type=\"toc\"",
          " role=\"doc-pagebreak\"",
          " =\"nameless\"",
          " \"",
          " a:b:c='1'");

  private static final List<String> PIECES =
      List.of(
          "&nbsp;",
          "&unknown;",
          "&",
          "&;",
          "&#0;",
          "&#x110000;",
          "&#150;",
          "&#xD800;",
          "&amp;lt;",
          "&#60;b&#62;",
          "<",
          "< ",
          "<>",
          "</>",
          "</p>",
          "</nothing>",
          "<p>",
          "<b>",
          "<i><b></i></b>",
          "<br>",
          "<br></br>",
          "</br>",
          "<hr/>",
          "<img alt='x'>",
          "<!-- comment -- in -->",
          "<!---->",
          "<!-- <p> -->",
          "<!--",
          "-->",
          "<![CDATA[ <p>&amp; ]]>",
          "<![CDATA[]]>",
          "<![CDATA[",
          "]]>",
          "<?php echo '>'; ?>",
          "<?",
          "<!DOCTYPE html>",
          "<!DOCTYPE html [<!ENTITY e \"<p>x</p>\">]>",
          "<!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
          "<!",
          "<script>if (a < b && c) '</p>'</script>",
          "<script>",
          "<style>p { content: \"<\" }</style>",
          "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>drawn <tspan>text</tspan></text></svg>",
          "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>",
          "<ruby>\u6F22<rt>kan</rt>\u5B57<rt>ji</rt></ruby>",
          "<ruby><rb>a</rb><rt>b",
          "<a href=\"#p1\">1</a>",
          "<a id=\"anchor\"/>",
          "<span><span><span>deep</span></span></span>",
          "<table><tr><td>cell<td>cell</table>",
          "<ul><li>one<li>two</ul>",
          "<P>CAPITALS</P>",
          "<h:p xmlns:h=\"http://www.w3.org/1999/xhtml\">prefixed</h:p>",
          "<textarea></p></textarea>",
          "<title>again</title>",
          "\u27E61\u27E7",
          "\u27E6/1\u27E7",
          "\u27E6",
          "\u0000",
          "\u0001\u000B\u001F",
          "\u0085\u2028",
          "\uFEFF",
          "\uFFFE\uFFFF",
          "\u202E\u2067",
          "\u200B\u00AD\u00A0",
          "e\u0301\u0301\u0301",
          "\uD83D\uDC69\u200D\uD83D\uDCBB",
          "\r",
          "\r\n\r\n");

  private static final List<String> CHARSETS =
      List.of(
          "UTF-8",
          "utf8",
          "UTF-16",
          "UTF-32",
          "windows-1252",
          "iso-8859-1",
          "us-ascii",
          "Shift_JIS",
          "GB18030",
          "Big5",
          "EUC-KR",
          "x-unknown",
          "IBM037",
          "ISO-2022-JP",
          "");

  private static final int LONG = 20_000;
  private static final int DEEP = 600;

  private final Random random;

  MarkupMutator(Random random) {
    this.random = random;
  }

  /** Returns markup with some things wrong. */
  byte[] mutated(byte[] markup) {
    String text = new String(markup, SourceText.markedCharset(markup).orElse(UTF_8));
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      text = mutated(text);
    }
    return switch (random.nextInt(12)) {
      case 0 -> encoded(text);
      case 1 -> bytesMutated(text.getBytes(UTF_8));
      default -> text.getBytes(text.startsWith("\uFEFF") ? UTF_16BE : UTF_8);
    };
  }

  private String mutated(String text) {
    return switch (random.nextInt(14)) {
      case 0 -> without(text, TAG);
      case 1 -> without(text, END_TAG);
      case 2 -> twice(text);
      case 3 -> swapped(text);
      case 4 -> withAttribute(text);
      case 5 -> unquoted(text);
      case 6 -> text.substring(0, random.nextInt(text.length() + 1));
      case 7 -> moved(text);
      case 8 -> DECLARED.matcher(text).replaceFirst("encoding=\"" + any(CHARSETS) + '"');
      case 9 -> inserted(text, long_());
      case 10 -> text.replace("\n", any(List.of("\r\n", "\r", "", "\n\n\t")));
      default -> inserted(text, any(PIECES));
    };
  }

  private String long_() {
    return switch (random.nextInt(5)) {
      case 0 -> "<span>".repeat(DEEP) + "x" + "</span>".repeat(DEEP);
      case 1 -> "<div>".repeat(DEEP) + "x";
      case 2 -> "<b title=\"" + "word ".repeat(LONG / 5) + "\">x</b>";
      case 3 -> "&amp;".repeat(LONG / 5);
      default -> "word<br/>".repeat(LONG / 9);
    };
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String inserted(String text, String piece) {
    int place = random.nextInt(text.length() + 1);
    return text.substring(0, place) + piece + text.substring(place);
  }

  private List<MatchResult> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private String without(String text, Pattern pattern) {
    List<MatchResult> found = all(pattern, text);
    if (found.isEmpty()) {
      return text;
    }
    MatchResult gone = found.get(random.nextInt(found.size()));
    return text.substring(0, gone.start()) + text.substring(gone.end());
  }

  private String twice(String text) {
    List<MatchResult> found = all(TAG, text);
    if (found.isEmpty()) {
      return text;
    }
    MatchResult tag = found.get(random.nextInt(found.size()));
    return text.substring(0, tag.end()) + tag.group() + text.substring(tag.end());
  }

  private String swapped(String text) {
    List<MatchResult> found = all(TAG, text);
    if (found.size() < 2) {
      return text;
    }
    int first = random.nextInt(found.size() - 1);
    int second = Math.min(found.size() - 1, first + 1 + random.nextInt(6));
    MatchResult one = found.get(first);
    MatchResult other = found.get(second);
    return text.substring(0, one.start())
        + other.group()
        + text.substring(one.end(), other.start())
        + one.group()
        + text.substring(other.end());
  }

  private String withAttribute(String text) {
    List<MatchResult> found = all(START_TAG, text);
    if (found.isEmpty()) {
      return text;
    }
    MatchResult tag = found.get(random.nextInt(found.size()));
    int place = tag.end() - (tag.group().endsWith("/>") ? 2 : 1);
    return text.substring(0, place) + any(ATTRIBUTES) + text.substring(place);
  }

  private String unquoted(String text) {
    List<MatchResult> found = all(QUOTED, text);
    if (found.isEmpty()) {
      return text;
    }
    MatchResult value = found.get(random.nextInt(found.size()));
    String bare = value.group(1).substring(1, value.group(1).length() - 1);
    String instead =
        switch (random.nextInt(4)) {
          case 0 -> bare;
          case 1 -> "'" + bare + "'";
          case 2 -> '"' + bare;
          default -> " \n" + value.group(1);
        };
    return text.substring(0, value.start(1)) + instead + text.substring(value.end(1));
  }

  private String moved(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(200));
    String piece = text.substring(from, to);
    String rest = random.nextBoolean() ? text : text.substring(0, from) + text.substring(to);
    return inserted(rest, piece);
  }

  private byte[] encoded(String text) {
    return switch (random.nextInt(7)) {
      case 0 -> text.getBytes(UTF_16);
      case 1 -> text.getBytes(UTF_16LE);
      case 2 -> text.getBytes(UTF_16BE);
      case 3 -> ("\uFEFF" + text).getBytes(UTF_8);
      case 4 -> text.getBytes(Charset.forName("UTF-32"));
      default -> {
        String name = any(List.of("windows-1252", "Shift_JIS", "GB18030", "Big5", "ISO-2022-JP"));
        String declared = random.nextInt(4) == 0 ? "UTF-8" : name;
        yield DECLARED
            .matcher(text)
            .replaceFirst("encoding=\"" + declared + '"')
            .getBytes(Charset.forName(name));
      }
    };
  }

  /** Returns bytes of which some are flipped, cut out, repeated or new. */
  byte[] bytesMutated(byte[] original) {
    byte[] bytes = original;
    for (int times = 1 + random.nextInt(5); times > 0 && bytes.length > 0; times--) {
      int place = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - place, 1 + random.nextInt(40));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, place);
      switch (random.nextInt(5)) {
        case 0 -> out.write(bytes, place + length, bytes.length - place - length);
        case 1 -> {
          out.write(bytes, place, length);
          out.write(bytes, place, bytes.length - place);
        }
        case 2 -> {
          out.write(random.nextInt(256));
          out.write(bytes, place, bytes.length - place);
        }
        default -> {
          out.write(bytes[place] ^ 1 << random.nextInt(8));
          out.write(bytes, place + 1, bytes.length - place - 1);
        }
      }
      bytes = out.toByteArray();
    }
    return bytes;
  }

  /** Returns some of the choices, at least one. */
  <T> List<T> some(List<T> choices) {
    List<T> left = new ArrayList<>(choices);
    List<T> some = new ArrayList<>();
    for (int count = 1 + random.nextInt(2); count > 0 && !left.isEmpty(); count--) {
      some.add(left.remove(random.nextInt(left.size())));
    }
    return some;
  }
}
