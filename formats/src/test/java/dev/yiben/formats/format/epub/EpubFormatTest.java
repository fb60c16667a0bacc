package dev.yiben.formats.format.epub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.RubyReadings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class EpubFormatTest extends DocumentFormatContract {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String BODY =
      """
      <h1>A <em>heading</em></h1>
      <p id="p1">Text with a <a href="#p2">link</a>, a note<a href="#n1"><sup>1</sup></a>,
        a break<br/>and &amp; &#169; &nbsp;&eacute; &unknown; entities.</p>
      <p><b><i>All bold</i></b></p>
      <div>Loose <span>text</span><p>in a block</p>and after</div>
      <p><ruby>base<rp>(</rp><rt>reading</rt><rp>)</rp></ruby> of a ruby <img src="a.png"/></p>
      <div><img src="a.png" alt="A cat"/></div>
      <ul><li>One</li><li>Two <code>x = 1</code> end</li></ul>
      <pre>int a = 1;
      int b;</pre>
      <p>* * *</p>
      <aside epub:type="footnote" id="n1"><p title="A note">Note</p></aside>
      """;

  @Override
  protected DocumentFormat format() {
    return new EpubFormat();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    byte[] utf16 = Books.xhtml(BODY).replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
    byte[] legacy =
        Books.xhtml("<p>caf\u00E9 \u201Cquoted\u201D</p>")
            .replace("UTF-8", "windows-1252")
            .getBytes(WINDOWS_1252);
    return Map.of(
        "three.epub", Books.epub3(BODY).pack(),
        "two.epub", Books.epub2(BODY).pack(),
        "utf16.epub", Books.epub3("").with("OEBPS/ch1.xhtml", utf16).pack(),
        "legacy.epub", Books.epub3("").with("OEBPS/ch1.xhtml", legacy).pack());
  }

  private Document open(Zip book) throws IOException {
    return format().open(file("book.epub", book.pack()));
  }

  private static List<String> marked(Document document, String place) {
    return document.segments().stream()
        .filter(segment -> segment.id().value().startsWith(place))
        .map(segment -> segment.source().marked())
        .toList();
  }

  /** Translates the segments whose marked source is given, and returns an entry of the result. */
  private String translated(Zip book, Map<String, String> translations, String entry)
      throws IOException {
    try (Document document = open(book)) {
      Map<SegmentId, CodedText> targets = new HashMap<>();
      for (Segment segment : document.segments()) {
        String target = translations.get(segment.source().marked());
        if (target != null) {
          targets.put(segment.id(), segment.source().withMarked(target));
        }
      }
      assertThat(targets).hasSameSizeAs(translations);
      Path written = file("written.epub", merged(document, lookup(targets)));
      try (ZipFile zip = new ZipFile(written.toFile())) {
        return new String(
            zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @Test
  void translatesAttributesWithinCodes() throws IOException {
    Zip book = Books.epub3("<p>See <img src=\"a\" alt='A cat'/> <a title=\"Go\">there</a>.</p>");
    assertThat(translated(book, Map.of("A cat", "\"猫's\"", "Go", "<\">"), "OEBPS/ch1.xhtml"))
        .contains("See <img src=\"a\" alt='\"猫&#39;s\"'/> <a title=\"&lt;&quot;&gt;\">there</a>.");
    Map<String, String> all =
        Map.of("A cat", "猫", "Go", "去", "See ⟦1⟧ ⟦2⟧there⟦/2⟧.", "⟦2⟧那里⟦/2⟧有⟦1⟧。");
    assertThat(translated(book, all, "OEBPS/ch1.xhtml"))
        .contains("<p><a title=\"去\">那里</a>有<img src=\"a\" alt='猫'/>。</p>");
  }

  @Test
  void readsChaptersThenLabels() throws IOException {
    try (Document document = open(Books.epub3("<p>Text.</p>"))) {
      assertThat(document.segments())
          .extracting(s -> s.id() + " " + s.role() + " " + s.stream() + " " + s.source())
          .containsExactly(
              "OEBPS/ch1.xhtml#p1 METADATA OEBPS/ch1.xhtml Chapter One",
              "OEBPS/ch1.xhtml#p2 PARAGRAPH OEBPS/ch1.xhtml Text.",
              "OEBPS/nav.xhtml#p1 METADATA labels Contents",
              "OEBPS/nav.xhtml#p2 TOC_ENTRY labels The first chapter",
              "OEBPS/nav.xhtml#p3 TOC_ENTRY labels xii",
              "OEBPS/book.opf#p1 METADATA labels A Small Book",
              "OEBPS/book.opf#p2 METADATA labels About & around it");
      assertThat(document.segments().get(4).skipRule()).contains("page-label");
      assertThat(document.declaredLanguage()).contains("en");
      assertThat(document.notices()).isEmpty();
    }
  }

  @Test
  void readsTheContentsOfEpub2() throws IOException {
    try (Document document = open(Books.epub2("<p>Text.</p>"))) {
      assertThat(marked(document, "OEBPS/toc.ncx"))
          .containsExactly("A Small Book", "Nobody", "The first chapter");
      assertThat(marked(document, "OEBPS/Text/ch 1.html")).containsExactly("Chapter One", "Text.");
    }
  }

  @Test
  void setsTheLanguageWhereSomethingChanged() throws IOException {
    Map<String, String> translations = Map.of("Text.", "文。");
    Zip book =
        Books.epub3("<p>Text.</p><p lang=\"en\">a <i xml:lang=\"la\">sic</i></p>")
            .with("OEBPS/ch2.xhtml", Books.xhtml("<p>Other</p>"))
            .with("OEBPS/book.opf", Books.opf3("en", List.of("ch1.xhtml", "ch2.xhtml")));
    assertThat(translated(book, translations, "OEBPS/ch1.xhtml"))
        .contains("lang=\"zh\" xml:lang=\"zh\">\n<head>")
        .contains("<p>文。</p><p lang=\"zh\">a <i xml:lang=\"la\">sic</i></p>");
    assertThat(translated(book, translations, "OEBPS/ch2.xhtml"))
        .isEqualTo(Books.xhtml("<p>Other</p>"));
    assertThat(translated(book, translations, "OEBPS/book.opf"))
        .isEqualTo(
            Books.opf3("en", List.of("ch1.xhtml", "ch2.xhtml"))
                .replace("xml:lang=\"en\"", "xml:lang=\"zh\"")
                .replace("<dc:language>en<", "<dc:language>zh<")
                .replaceFirst(
                    "<dc:identifier id=\"id\">(.*)</dc:identifier>",
                    "<dc:identifier id=\"id\">"
                        + "urn:uuid:a11e34dd-005a-53e3-a3d4-6f7bfce8e71a</dc:identifier>\n"
                        + "<dc:source>$1</dc:source>"));
  }

  @Test
  void addsTheLanguageThatTheKindOfXhtmlKnows() throws IOException {
    Map<String, String> title = Map.of("Contents", "目录");
    assertThat(translated(Books.epub3("<p>x</p>"), title, "OEBPS/nav.xhtml"))
        .contains("<html lang=\"zh\" xml:lang=\"zh\" xmlns=");
    Map<String, String> text = Map.of("Text.", "文。");
    assertThat(translated(Books.epub2("<p>Text.</p>"), text, "OEBPS/Text/ch 1.html"))
        .contains("<html xml:lang=\"zh\" xmlns=")
        .doesNotContain(" lang=");
  }

  @Test
  void writesWhatALegacyCharsetLacksAsReferences() throws IOException {
    byte[] legacy =
        Books.xhtml("<p>caf\u00E9</p><p>th\u00E9</p>")
            .replace("UTF-8", "ISO-8859-1")
            .getBytes(StandardCharsets.ISO_8859_1);
    Zip book = Books.epub3("").with("OEBPS/ch1.xhtml", legacy);
    assertThat(translated(book, Map.of("th\u00E9", "茶"), "OEBPS/ch1.xhtml"))
        .contains("<p>caf\uFFFD</p><p>&#33590;</p>");
  }

  @Test
  void keepsOtherEntriesAndPutsTheMimetypeFirst() throws IOException {
    byte[] picture = {1, 2, 3, 4, 5};
    Zip book =
        Books.epub3("<p>Text.</p>")
            .without("mimetype")
            .with("OEBPS/a.png", picture)
            .with("mimetype", "application/epub+zip");
    translated(book, Map.of("Text.", "文。"), "mimetype");
    byte[] written = Files.readAllBytes(folder.resolve("written.epub"));
    assertThat(new String(written, 30, 28, StandardCharsets.ISO_8859_1))
        .isEqualTo("mimetypeapplication/epub+zip");
    try (ZipFile zip = new ZipFile(folder.resolve("written.epub").toFile())) {
      assertThat(Collections.list(zip.entries()))
          .extracting(ZipEntry::getName)
          .containsExactly(
              "mimetype",
              "META-INF/container.xml",
              "OEBPS/book.opf",
              "OEBPS/nav.xhtml",
              "OEBPS/ch1.xhtml",
              "OEBPS/a.png");
      ZipEntry entry = zip.getEntry("OEBPS/a.png");
      assertThat(entry.getTime()).isEqualTo(1_700_000_000_000L);
      assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo(picture);
    }
  }

  @Test
  void keepsTheSourceWhereATargetLacksCodes() throws IOException {
    Zip book = Books.epub3("<p>One <b>two</b> three</p>");
    try (Document document = open(book)) {
      Map<SegmentId, CodedText> targets =
          Map.of(new SegmentId("OEBPS/ch1.xhtml#p2"), CodedText.of("一二三"));
      Path written = folder.resolve("written.epub");
      try (var out = Files.newOutputStream(written)) {
        assertThat(document.merge(lookup(targets), out))
            .singleElement()
            .asString()
            .contains("OEBPS/ch1.xhtml#p2");
      }
      assertThat(Files.readAllBytes(written)).isEqualTo(book.pack());
    }
  }

  @Test
  void leavesAFileThatCannotBeReadAndGoesOn() throws IOException {
    Zip book =
        Books.epub3("<p>Text.</p>")
            .with("OEBPS/book.opf", Books.opf3("en", List.of("bad.xhtml", "ch1.xhtml", "no.xhtml")))
            .with("OEBPS/bad.xhtml", new byte[] {'<', 'p', '>', 1, (byte) 0xE9, (byte) 0xFF});
    try (Document document = open(book)) {
      assertThat(marked(document, "OEBPS/ch1")).contains("Text.");
      assertThat(document.notices())
          .containsExactly(
              "OEBPS/bad.xhtml: not in the encoding that it declares; left as it is",
              "OEBPS/no.xhtml: named in the book but not in its archive");
    }
    assertThat(translated(book, Map.of("Text.", "文。"), "OEBPS/bad.xhtml"))
        .startsWith("<p>\1\uFFFD");
  }

  @Test
  void readsWhatIsNotInTheEncodingThatItDeclares() throws IOException {
    byte[] latin =
        Books.xhtml(
                "<p>Tout \u00E0 coup, le gar\u00E7on na\u00EFf \u00E9tait l\u00E0 \u2013 o\u00F9 \u00EAtes-vous\u00A0? C\u2019est d\u00E9j\u00E0 No\u00EBl</p><p>Tea</p>")
            .getBytes(WINDOWS_1252);
    byte[] greek =
        Books.xhtml("<p>\u039A\u03B1\u03C6\u03AD</p>")
            .replace("UTF-8", "Shift_JIS")
            .getBytes(StandardCharsets.UTF_8);
    Zip book =
        Books.epub3("")
            .with("OEBPS/book.opf", Books.opf3("en", List.of("latin.xhtml", "greek.xhtml")))
            .with("OEBPS/latin.xhtml", latin)
            .with("OEBPS/greek.xhtml", greek);
    try (Document document = open(book)) {
      assertThat(marked(document, "OEBPS/latin"))
          .contains(
              "Tout \u00E0 coup, le gar\u00E7on na\u00EFf \u00E9tait l\u00E0 \u2013 o\u00F9 \u00EAtes-vous\u00A0? C\u2019est d\u00E9j\u00E0 No\u00EBl");
      assertThat(marked(document, "OEBPS/greek")).contains("\u039A\u03B1\u03C6\u03AD");
      assertThat(document.notices())
          .containsExactly(
              "OEBPS/latin.xhtml: not in UTF-8, as it declares: read as windows-1252",
              "OEBPS/greek.xhtml: not in Shift_JIS, as it declares: read as UTF-8");
      assertThat(merged(document, lookup(Map.of()))).isEqualTo(book.pack());
    }
    assertThat(translated(book, Map.of("Tea", "茶"), "OEBPS/latin.xhtml"))
        .contains(
            "<p>Tout \u00E0 coup, le gar\u00E7on na\u00EFf \u00E9tait l\u00E0 \u2013 o\u00F9 \u00EAtes-vous\u00A0? C\u2019est d\u00E9j\u00E0 No\u00EBl</p><p>茶</p>");
  }

  @Test
  void readsUtf16WithoutAMarkWhateverItsScript() throws IOException {
    String page = Books.xhtml("<p>" + "\u6F22\u5B57".repeat(20_000) + "</p>");
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] bytes = page.replace("UTF-8", "UTF-16").getBytes(charset);
      try (Document document = open(Books.epub3("").with("OEBPS/ch1.xhtml", bytes))) {
        assertThat(marked(document, "OEBPS/ch1").get(1)).startsWith("\u6F22\u5B57");
        assertThat(document.notices()).isEmpty();
      }
    }
    byte[] short16 =
        "<p>\u6F22\u5B57\u6F22\u5B57\u6F22\u5B57</p>".getBytes(StandardCharsets.UTF_16BE);
    try (Document document = open(Books.epub3("").with("OEBPS/ch1.xhtml", short16))) {
      assertThat(marked(document, "OEBPS/ch1")).hasSize(1);
    }
  }

  @Test
  void takesLatin1ForWhatWindowsMeansByIt() throws IOException {
    byte[] latin =
        Books.xhtml("<p>\u201Cquoted\u201D</p>")
            .replace("UTF-8", "ISO-8859-1")
            .getBytes(WINDOWS_1252);
    try (Document document = open(Books.epub3("").with("OEBPS/ch1.xhtml", latin))) {
      assertThat(marked(document, "OEBPS/ch1")).contains("\u201Cquoted\u201D");
      assertThat(document.notices()).isEmpty();
    }
  }

  @Test
  void translatesABookWhosePackageDocumentNeverEnds() throws IOException {
    Zip book = Books.epub3("<p>Text.</p>").with("OEBPS/book.opf", "<package version='3.0><");
    assertThat(translated(book, Map.of("Text.", "文。"), "OEBPS/ch1.xhtml")).contains("<p>文。</p>");
  }

  @Test
  void leavesAFileWithZeroBytesAndGoesOn() throws IOException {
    Zip book = Books.epub3("").with("OEBPS/ch1.xhtml", Books.xhtml("<p>Text\0</p>"));
    try (Document document = open(book)) {
      assertThat(document.notices())
          .containsExactly("OEBPS/ch1.xhtml: has zero bytes, which no text has; left as it is");
      assertThat(marked(document, "OEBPS/nav")).contains("The first chapter");
    }
  }

  @Test
  void keepsTextThatALanguageOfThePackageIsTornInto() throws IOException {
    String opf =
        Books.opf3("en", List.of("ch1.xhtml"))
            .replaceFirst("<dc:title>.*</dc:title>", "<dc:title>Torn<dc:language> </dc:title>");
    Zip book = Books.epub3("<p>Text.</p>").with("OEBPS/book.opf", opf);
    assertThat(translated(book, Map.of("Text.", "文。"), "OEBPS/book.opf"))
        .contains("<dc:title>Torn<dc:language> </dc:title>");
  }

  @Test
  void leavesAFileWithoutEndAndGoesOn() throws IOException {
    Zip book = Books.epub3("").with("OEBPS/ch1.xhtml", Books.xhtml("<p>Text.</p>\n<!-- never"));
    try (Document document = open(book)) {
      assertThat(document.notices())
          .singleElement()
          .asString()
          .contains("OEBPS/ch1.xhtml: line 7: the comment never ends");
      assertThat(marked(document, "OEBPS/nav")).contains("The first chapter");
    }
  }

  @Test
  void findsThePackageDocumentWithoutAContainer() throws IOException {
    try (Document document = open(Books.epub3("<p>Text.</p>").without("META-INF/container.xml"))) {
      assertThat(marked(document, "OEBPS/ch1")).contains("Text.");
    }
  }

  @Test
  void readsAllChaptersWhereTheSpineIsMissing() throws IOException {
    Zip book = Books.epub3("<p>Text.</p>");
    String opf = Books.opf3("en", List.of("ch1.xhtml")).replaceAll("<spine>.*</spine>", "");
    try (Document document = open(book.with("OEBPS/book.opf", opf))) {
      assertThat(marked(document, "OEBPS/ch1")).contains("Text.");
    }
  }

  private void assertRefused(Zip book, String problem) throws IOException {
    Path file = file("refused.epub", book.pack());
    assertThatThrownBy(() -> format().open(file).close())
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void goesOnWithoutTheEndOfAPackageDocument() throws IOException {
    Zip book = Books.epub3("<p>Text.</p>");
    String opf = Books.opf3("en", List.of("ch1.xhtml")).replace("</package>", "<!-- never");
    try (Document document = open(book.with("OEBPS/book.opf", opf))) {
      assertThat(document.notices())
          .singleElement()
          .asString()
          .contains("OEBPS/book.opf", "the comment never ends; left as it is");
      assertThat(marked(document, "OEBPS/ch1")).contains("Text.");
      assertThat(marked(document, "OEBPS/nav")).contains("The first chapter");
      assertThat(document.declaredLanguage()).contains("en");
    }
    assertThat(translated(book, Map.of("Text.", "文。"), "OEBPS/book.opf")).isEqualTo(opf);
  }

  @Test
  void readsWhatLooksLikeAChapterWhereThePackageDocumentCannotBeRead() throws IOException {
    Zip book = Books.epub3("<p>Text.</p>");
    for (String opf : List.of("<package", "\0\0")) {
      try (Document document = open(book.with("OEBPS/book.opf", opf))) {
        assertThat(marked(document, "OEBPS/ch1")).contains("Text.");
        assertThat(document.notices()).hasSize(2);
      }
      assertThat(translated(book, Map.of("Text.", "文。"), "OEBPS/ch1.xhtml")).contains("文。");
    }
  }

  @Test
  void readsPicturesOfVectors() throws IOException {
    String opf =
        Books.opf3("en", List.of("ch1.xhtml"))
            .replace(
                "<manifest>",
                "<manifest><item id=\"map\" href=\"map.svg\" media-type=\"image/svg+xml\"/>");
    Zip book =
        Books.epub3("<p>Text.</p>")
            .with("OEBPS/book.opf", opf)
            .with(
                "OEBPS/map.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>A map</title><text>North</text></svg>");
    try (Document document = open(book)) {
      assertThat(marked(document, "OEBPS/map.svg")).containsExactly("A map", "North");
    }
    assertThat(translated(book, Map.of("North", "北"), "OEBPS/map.svg")).contains(">北</text>");
  }

  @Test
  void keepsReadingsOverTranslationsWhereAskedTo() throws IOException {
    Zip book = Books.epub3("<p><ruby>base<rt>reading</rt></ruby> word</p>");
    FormatOptions options = FormatOptions.DEFAULT.with(RubyReadings.KEEP);
    try (Document document = format().open(file("book.epub", book.pack()), options)) {
      assertThat(marked(document, "OEBPS/ch1")).contains("⟦1⟧base⟦/1⟧ word");
    }
  }

  @Test
  void readsDescriptionsInHtml() throws IOException {
    String escaped = "&lt;p>Tea &amp;amp; &lt;b&gt;milk&lt;/b>&lt;br/>now&lt;/p>&lt;p>End&lt;/p>";
    Zip book = Books.epub3("");
    String opf = Books.opf3("en", List.of("ch1.xhtml"));
    for (boolean section : List.of(false, true)) {
      String html = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
      String description = section ? "<![CDATA[" + html + "]]>" : escaped;
      book.with("OEBPS/book.opf", opf.replace("About &amp; around it", description));
      try (Document document = open(book)) {
        assertThat(marked(document, "OEBPS/book.opf"))
            .containsExactly("A Small Book", "Tea & ⟦1⟧milk⟦/1⟧⟦2⟧now", "End");
        assertThat(document.segments()).last().extracting(Segment::role).isEqualTo(Role.METADATA);
        assertThat(document.coverage().outside()).containsOnlyKeys("escaped-markup");
        assertThat(merged(document, lookup(Map.of()))).isEqualTo(book.pack());
      }
      Map<String, String> translations =
          Map.of("Tea & ⟦1⟧milk⟦/1⟧⟦2⟧now", "⟦1⟧奶⟦/1⟧ < 茶⟦2⟧", "End", "完");
      String written = "&lt;p>&lt;b&gt;奶&lt;/b> &amp;lt; 茶&lt;br/>&lt;/p>&lt;p>完&lt;/p>";
      assertThat(translated(book, translations, "OEBPS/book.opf"))
          .contains(
              section
                  ? "<p><b>奶</b> &lt; 茶<br/></p><p>完</p>]]></dc:description>"
                  : written + "</dc:description>");
    }
  }

  @Test
  void refusesABookWithoutPackageDocument() throws IOException {
    assertRefused(Books.epub3("").without("OEBPS/book.opf"), "no package document");
  }

  @Test
  void refusesProtectedBooks() throws IOException {
    String encryption =
        """
        <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
            xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
        <enc:EncryptedData><enc:EncryptionMethod Algorithm="%s"/></enc:EncryptedData>
        </encryption>
        """;
    String aes = encryption.formatted("http://www.w3.org/2001/04/xmlenc#aes128-cbc");
    assertRefused(Books.epub3("").with("META-INF/encryption.xml", aes), "protected by DRM");
    assertRefused(Books.epub3("").with("META-INF/sinf.xml", "<sinf/>"), "protected by DRM");
    assertRefused(
        Books.epub3("").with("META-INF/rights.xml", "<r xmlns=\"http://ns.adobe.com/adept\"/>"),
        "protected by DRM");
    String font = encryption.formatted("http://www.idpf.org/2008/embedding");
    open(Books.epub3("").with("META-INF/encryption.xml", font)).close();
  }

  @Test
  void refusesABookWhoseEncryptionCannotBeTold() throws IOException {
    assertRefused(Books.epub3("").with("META-INF/encryption.xml", "<encryption"), "never ends");
  }

  @Test
  void readsNoTextFromWhatIsNoTableOfContents() throws IOException {
    Zip book = Books.epub2("<p>Text.</p>").with("OEBPS/a.css", "p { color: red }");
    String opf =
        new String(book.content("OEBPS/book.opf"), StandardCharsets.UTF_8)
            .replace("toc=\"ncx\"", "toc=\"css\"")
            .replace(
                "<manifest>",
                "<manifest><item id=\"css\" href=\"a.css\" media-type=\"text/css\"/>");
    try (Document document = open(book.with("OEBPS/book.opf", opf))) {
      assertThat(marked(document, "OEBPS/a.css")).isEmpty();
      assertThat(marked(document, "OEBPS/toc.ncx")).contains("The first chapter");
    }
  }

  @Test
  void leavesTheLanguageOfWhatIsNotTranslated() throws IOException {
    String pre = "<pre lang=\"en\">x</pre><hr lang=\"en\"/><img lang=\"en\" alt=\"Cat\"/>";
    assertThat(
            translated(Books.epub3("<p>Text.</p>" + pre), Map.of("Text.", "文。"), "OEBPS/ch1.xhtml"))
        .contains("<pre lang=\"en\">x</pre>");
  }

  @Test
  void refusesEntitiesOutsideOfTheBook() throws IOException {
    String doctype = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    String hostile = Books.xhtml("<p>&x;</p>").replace("<!DOCTYPE html>", doctype);
    assertRefused(Books.epub3("").with("OEBPS/ch1.xhtml", hostile), "refused as unsafe");
    String container = "<!DOCTYPE c [<!ENTITY % x PUBLIC 'a' 'http://x/'>]>" + Books.CONTAINER;
    assertRefused(Books.epub3("").with("META-INF/container.xml", container), "refused as unsafe");
  }

  @Test
  void recognisesABookWithoutMimetype() throws IOException {
    assertThat(format().matches(Books.epub3("").without("mimetype").pack())).isTrue();
    assertThat(format().matches(new Zip().with("word/document.xml", "<x/>").pack())).isFalse();
  }
}
