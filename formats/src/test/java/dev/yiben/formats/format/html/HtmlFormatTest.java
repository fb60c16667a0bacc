package dev.yiben.formats.format.html;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.format.TargetLookup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFormatTest extends DocumentFormatContract {

  @Override
  protected DocumentFormat format() {
    return new HtmlFormat();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    String page = resource("page.html");
    String soup = resource("soup.html");
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("page.html", page.getBytes(UTF_8));
    samples.put("soup.htm", soup.getBytes(UTF_8));
    samples.put("template.html", resource("template.html").getBytes(UTF_8));
    samples.put("page.xhtml", resource("page.xhtml").getBytes(UTF_8));
    samples.put("windows.html", page.replace("\n", "\r\n").getBytes(UTF_8));
    samples.put("mac.html", page.replace("\n", "\r").getBytes(UTF_8));
    samples.put("marked.html", ("\uFEFF" + page).getBytes(UTF_8));
    samples.put("utf16le.html", ("\uFEFF" + page).getBytes(UTF_16LE));
    samples.put("utf16be.html", page.getBytes(UTF_16BE));
    samples.put("latin.html", in("windows-1252", "<p>Déjà vu – où ça ? <b>Là</b>-bas.</p>"));
    samples.put("sjis.html", in("Shift_JIS", "<p>灯台の<b>明かり</b>が見えた。</p>"));
    samples.put("gbk.html", in("GBK", "<p>灯塔的<b>光</b>亮了。</p>"));
    samples.put("fragment.html", "<p>One <b>bold</b> word</p><p>Two".getBytes(UTF_8));
    return samples;
  }

  private static byte[] in(String charset, String body) {
    return "<html><head><meta charset=%s><title>x</title></head><body>%s</body></html>"
        .formatted(charset, body)
        .getBytes(Charset.forName(charset));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlFormatTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private Document open(String page) throws IOException {
    return open(page.getBytes(UTF_8));
  }

  private Document open(byte[] page) throws IOException {
    return format().open(file("page.html", page));
  }

  private List<String> marked(String page) throws IOException {
    try (Document document = open(page)) {
      return document.segments().stream()
          .filter(segment -> segment.skipRule().isEmpty())
          .map(segment -> segment.source().marked())
          .toList();
    }
  }

  private String translated(String page) throws IOException {
    try (Document document = open(page)) {
      return new String(merged(document, targets(document, DocumentFormatContract::pseudo)), UTF_8);
    }
  }

  /** Returns names and places of all elements as a browser's parser sees them, and what is kept. */
  private static List<String> shape(byte[] page, String charset) {
    List<String> shape = new ArrayList<>();
    for (Element element :
        Jsoup.parse(new String(page, Charset.forName(charset))).getAllElements()) {
      StringBuilder line = new StringBuilder("/".repeat(element.parents().size()));
      line.append(element.tagName());
      for (String kept : List.of("id", "class", "href", "src", "name", "type", "hreflang")) {
        line.append(' ').append(element.attr(kept));
      }
      if (List.of("script", "style", "pre", "code", "textarea").contains(element.tagName())) {
        line.append(element.html());
      }
      shape.add(line.toString());
    }
    return shape;
  }

  @Test
  void keepsRubyReadingsWhereTheyAreWanted() throws IOException {
    String page = "<p>The <ruby>word<rt>kan</rt></ruby> here.</p>\n";
    try (Document document =
        format()
            .open(
                file("ruby.html", page.getBytes(UTF_8)),
                FormatOptions.DEFAULT.with(RubyReadings.KEEP))) {
      byte[] written = merged(document, targets(document, DocumentFormatContract::pseudo));
      assertThat(new String(written, UTF_8)).contains("<rt>kan</rt>");
    }
    assertThat(translated(page)).doesNotContain("kan");
  }

  @TestFactory
  Stream<DynamicTest> keepsWhatAParserSeesOfThePage() throws IOException {
    return samples().entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(),
                    () -> {
                      try (Document document =
                          format().open(file(sample.getKey(), sample.getValue()))) {
                        byte[] written =
                            merged(document, targets(document, DocumentFormatContract::pseudo));
                        String charset = charset(sample.getKey());
                        assertThat(shape(written, charset))
                            .isEqualTo(shape(sample.getValue(), charset));
                      }
                    }));
  }

  private static String charset(String sample) {
    return switch (sample) {
      case "utf16le.html" -> "UTF-16LE";
      case "utf16be.html" -> "UTF-16BE";
      case "latin.html" -> "windows-1252";
      case "sjis.html" -> "windows-31j";
      case "gbk.html" -> "GB18030";
      default -> "UTF-8";
    };
  }

  @Test
  void readsWhatReadersSee() throws IOException {
    assertThat(marked(resource("page.html")))
        .containsExactly(
            "The lighthouse & the sea",
            "A keeper's diary",
            "lamp, sea, night",
            "The lighthouse",
            "What the keeper saw",
            "Skip to the text",
            "To the main text",
            "The lamp at night",
            "The lamp is ⟦1⟧lit⟦/1⟧, says ⟦2⟧the keeper⟦/2⟧.",
            "Run ⟦1⟧ first, ask ⟦2⟧ later",
            "First",
            "Second",
            "Oil",
            "3 litres of it",
            "A fine lamp",
            "Figure of a lamp",
            "Your name",
            "Name",
            "What you saw",
            "Send",
            "Ships",
            "Sail",
            "A boat");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p translate=no>a</p><p>b</p> | b",
        "<p class='x notranslate'>a</p><p>b</p> | b",
        "<p>a <span class=notranslate>Yiben</span> b</p> | a ⟦1⟧ b",
        "<P>upper <B>case</B></P> | upper ⟦1⟧case⟦/1⟧",
        "<p>a {{ user.name }} b</p> | a ⟦1⟧ b",
        "<p>a {% if x %}b{% endif %}</p> | a ⟦1⟧b⟦2⟧",
        "<p>a <%= x %> b</p> | a ⟦1⟧ b",
        "<p>a <?php echo 'x > y' ?> b</p> | a ⟦1⟧ b",
        "<p>a ${price} b</p> | a ⟦1⟧ b",
        "<p>a {b} {{c d}</p> | a {b} {{c d}",
        "<p>a <!--[if IE]><b>old</b><![endif]--> b</p> | a ⟦1⟧b",
        "<input type=text value=a> <input type=submit value=Send> | Send",
        "<textarea>a</textarea><p>b</p> | b",
        "<meta name=viewport content=a><meta property=og:title content=b> | b",
        "<p>a &nbsp; b &eacute;</p> | a \u00A0 b é",
      })
  void knowsTextFromTheRest(String page, String expected) throws IOException {
    assertThat(marked(page)).containsExactly(expected);
    assertThat(translated(page)).isNotEqualTo(page);
  }

  @Test
  void declaresTheLanguageOfTheTarget() throws IOException {
    assertThat(translated("<html lang=en><p>a <i lang=fr>b</i>"))
        .isEqualTo("<html lang=\"zh\"><p>«å <i lang=fr>b</i>»");
    assertThat(
            translated(
                "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><p>a <i lang='en-GB'>b</i>"))
        .isEqualTo(
            "<html xmlns='http://www.w3.org/1999/xhtml' lang='zh'><p>«å <i lang='zh'>b</i>»");
    assertThat(translated("<html><p>x")).isEqualTo("<html lang=\"zh\"><p>«x»");
    assertThat(translated("<p>x")).isEqualTo("<p>«x»");
  }

  @Test
  void writesReferencesWhereTheEncodingLacksCharacters() throws IOException {
    byte[] page = in("windows-1252", "<p>Déjà vu</p>");
    try (Document document = open(page)) {
      assertThat(document.notices()).isEmpty();
      Map<SegmentId, CodedText> targets = new HashMap<>();
      Segment last = document.segments().get(1);
      targets.put(last.id(), CodedText.of("似é"));
      String written =
          new String(merged(document, lookup(targets)), Charset.forName("windows-1252"));
      assertThat(written).contains("<p>&#20284;é</p>");
    }
  }

  @ParameterizedTest
  @CsvSource({"Shift_JIS", "GBK", "Big5", "EUC-JP", "EUC-KR", "windows-1251"})
  void readsPagesThatDoNotSayHowTheyAreEncoded(String charset) throws IOException {
    String text =
        switch (charset) {
          case "Shift_JIS", "EUC-JP" -> "灯台の明かりが夜の海に見えた。船はゆっくりと港へ向かっていた。";
          case "GBK" -> "灯塔的光在夜里亮了起来，船慢慢地向港口驶去，守塔人在等他们。";
          case "Big5" -> "燈塔的光在夜裡亮了起來，船慢慢地向港口駛去，守塔人在等他們。";
          case "EUC-KR" -> "등대의 불빛이 밤바다에 보였다. 배는 천천히 항구로 향하고 있었다.";
          default -> "Свет маяка был виден ночью в море, корабль медленно шёл в гавань.";
        };
    byte[] page =
        "<html><body><p>%s</p></body></html>".formatted(text).getBytes(Charset.forName(charset));
    try (Document document = open(page)) {
      assertThat(document.notices()).singleElement().asString().contains("guess");
      assertThat(document.segments().get(0).source().plainText()).isEqualTo(text);
    }
  }

  @Test
  void saysWhereADeclarationIsWrong() throws IOException {
    byte[] page =
        "<meta charset=utf-8><p>Déjà vu, où ça</p>".getBytes(Charset.forName("windows-1252"));
    try (Document document = open(page)) {
      assertThat(document.notices())
          .containsExactly("not in UTF-8, as it declares: read as windows-1252");
      assertThat(document.segments().get(0).source().plainText()).isEqualTo("Déjà vu, où ça");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><p>x",
        " \n<html>",
        "\uFEFF<html>",
        "<?xml version='1.0'?><html>",
        "<!-- a --><div>",
        "<P CLASS=x>"
      })
  void recognisesPages(String head) {
    assertThat(format().matches(head.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0'?><package>",
        "<svg>",
        "text <b>",
        "# head",
        "<ncx>",
        "PK\3\4"
      })
  void leavesOtherFilesToOthers(String head) {
    assertThat(format().matches(head.getBytes(UTF_8))).isFalse();
  }

  @Test
  void opensAFragmentThatBeginsWithText() throws IOException {
    Path file = file("part.html", "Hello <b>you</b>!".getBytes(UTF_8));
    assertThat(FormatRegistry.load().detect(file).id()).isEqualTo("html");
    assertThat(marked("Hello <b>you</b>!")).containsExactly("Hello ⟦1⟧you⟦/1⟧!");
  }

  @Test
  void saysWhereAPageIsBroken() throws IOException {
    Path file = file("page.html", "<p>a\n<!-- never".getBytes(UTF_8));
    assertThatThrownBy(() -> format().open(file))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("line 2: the comment never ends");
  }

  @Test
  void writesBothLanguagesWithAStyleForThem() throws IOException {
    for (Layout layout : List.of(Layout.BILINGUAL, Layout.BILINGUAL_ABOVE, Layout.BILINGUAL_SIDE)) {
      String written = translated(resource("page.html"), layout, "zh");
      org.jsoup.nodes.Document page = Jsoup.parse(written);
      assertThat(page.select("head > style")).hasSize(2);
      assertThat(page.select(".yiben-source").eachText()).contains("The lamp at night", "Second");
      assertThat(page.select(".yiben-target").eachText())
          .contains("«Thé låmp åt night»", "«Sécønd»");
      assertThat(page.select("#main")).hasSize(1);
      assertThat(page.title()).isEqualTo("«Thé lighthøusé & thé séå»");
    }
    assertThat(translated("x", Layout.BILINGUAL, "zh"))
        .contains(">«x»<")
        .endsWith("display: none; }\n.yiben-target { margin-top: 0.2em; }\n</style>\n");
  }

  @Test
  void turnsToTheDirectionOfTheTarget() throws IOException {
    assertThat(translated("<html lang=en><p>x", Layout.TARGET, "ar"))
        .contains("dir=\"rtl\"", "lang=\"ar\"");
    assertThat(translated("<html lang=ar dir=rtl><p>x", Layout.TARGET, "en"))
        .isEqualTo("<html lang=\"en\" dir=\"ltr\"><p>«x»");
  }

  private String translated(String page, Layout layout, String language) throws IOException {
    try (Document document =
        format()
            .open(file("page.html", page.getBytes(UTF_8)), FormatOptions.DEFAULT.with(layout))) {
      TargetLookup targets = targets(document, DocumentFormatContract::pseudo);
      TargetLookup other =
          new TargetLookup() {
            @Override
            public String targetLanguage() {
              return language;
            }

            @Override
            public Optional<CodedText> target(SegmentId id) {
              return targets.target(id);
            }
          };
      return new String(merged(document, other), UTF_8);
    }
  }
}
