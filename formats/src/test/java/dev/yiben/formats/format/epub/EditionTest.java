package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.format.WritingMode;
import io.documentnode.epub4j.domain.Book;
import io.documentnode.epub4j.epub.EpubReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionTest {
  private static final String CHAPTER = "OEBPS/ch1.xhtml";
  private static final String OPF = "OEBPS/book.opf";
  private static final String STYLE = "OEBPS/yiben.css";

  @TempDir Path folder;
  private final List<String> notices = new ArrayList<>();

  /** A book as it was written. */
  private record Written(Path file, Map<String, byte[]> entries) {
    String text(String name) {
      return new String(entries.get(name), UTF_8);
    }
  }

  /** Puts a word in the place of every text but of those that begin with "Keep". */
  private Written translate(Zip book, String target, FormatOptions options) throws IOException {
    Path file = folder.resolve("book.epub");
    Files.write(file, book.pack());
    Path written = folder.resolve("written.epub");
    try (Document document = new EpubFormat().open(file, options)) {
      Map<SegmentId, CodedText> targets = new HashMap<>();
      for (Segment segment : document.segments()) {
        if (!segment.source().plainText().startsWith("Keep")) {
          StringBuilder marked = new StringBuilder("T");
          segment.source().codes().forEach(code -> marked.append(code.placeholder()));
          targets.put(segment.id(), segment.source().withMarked(marked.append("T").toString()));
        }
      }
      try (OutputStream out = Files.newOutputStream(written)) {
        notices.addAll(document.merge(lookup(target, targets), out));
      }
    }
    return new Written(written, entries(written));
  }

  private Written translate(Zip book, String target) throws IOException {
    return translate(book, target, FormatOptions.DEFAULT);
  }

  private static TargetLookup lookup(String target, Map<SegmentId, CodedText> targets) {
    return new TargetLookup() {
      @Override
      public String targetLanguage() {
        return target;
      }

      @Override
      public Optional<CodedText> target(SegmentId id) {
        return Optional.ofNullable(targets.get(id));
      }
    };
  }

  private static Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (var all = zip.entries(); all.hasMoreElements(); ) {
        var entry = all.nextElement();
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  /** Returns a valid book in a language, with a style sheet. */
  private static Zip book(String language, String body, String css) {
    return Books.epub3(body)
        .with(CHAPTER, inLanguage(language, body))
        .with("OEBPS/nav.xhtml", Books.nav("ch1.xhtml"))
        .with("OEBPS/a.css", css)
        .with(OPF, opf(language));
  }

  private static String inLanguage(String language, String body) {
    return Books.xhtml(body)
        .replace(
            "lang=\"en\" xml:lang=\"en\"", "lang=\"%1$s\" xml:lang=\"%1$s\"".formatted(language))
        .replace("</title>", "</title><link rel=\"stylesheet\" href=\"a.css\"/>");
  }

  private static String opf(String language) {
    return Books.opf3(language, List.of("ch1.xhtml"))
        .replace(
            "<manifest>", "<manifest>\n<item id=\"css\" href=\"a.css\" media-type=\"text/css\"/>");
  }

  private void assertValid(Written written) {
    assertThat(EpubChecker.errors(written.file())).isEmpty();
  }

  @Test
  void turnsABookToRightToLeft() throws IOException {
    String body =
        "<p>Text</p><p dir=\"ltr\">Text</p><p dir=\"rtl\" lang=\"he\">א</p><pre>code</pre>"
            + "<p>Keep this.</p><p>Run <code>x</code>.</p><bdo dir=\"ltr\">Text</bdo>";
    Written written = translate(book("en", body, "p { text-align: left }"), "ar");
    assertThat(written.text(CHAPTER))
        .contains("<html dir=\"rtl\" ")
        .contains("<p>TT</p><p dir=\"rtl\">TT</p><p dir=\"rtl\" lang=\"he\">TT</p>")
        .contains("<pre dir=\"ltr\">code</pre>")
        .contains("<p dir=\"ltr\">Keep this.</p>")
        .contains("<code dir=\"ltr\">x</code>")
        .contains("<bdo dir=\"ltr\">");
    assertThat(written.text(OPF)).contains("<spine page-progression-direction=\"rtl\">");
    assertThat(written.text("OEBPS/a.css")).isEqualTo("p { text-align: right }");
    assertThat(written.entries()).doesNotContainKey(STYLE);
    assertValid(written);
  }

  @Test
  void turnsABookToLeftToRight() throws IOException {
    String body =
        "<div dir=\"rtl\" style=\"text-align: right\"><p>نص</p><p dir=\"ltr\">Text</p>"
            + "<p>Keep هذا</p></div>";
    String css = "body { direction : rtl; color: red } p.x { direction: ltr }";
    Zip book =
        book("ar", body, css)
            .with(OPF, opf("ar").replace("<spine>", "<spine page-progression-direction=\"rtl\">"));
    Written written = translate(book, "fr");
    assertThat(written.text(CHAPTER))
        .contains("dir=\"ltr\"")
        .contains("<div dir=\"ltr\" style=\"text-align: left\"><p>TT</p><p dir=\"ltr\">TT</p>")
        .contains("<p dir=\"rtl\">Keep هذا</p>");
    assertThat(written.text(OPF)).contains("<spine page-progression-direction=\"ltr\">");
    assertThat(written.text("OEBPS/a.css"))
        .isEqualTo("body { direction : ltr; color: red } p.x { direction: ltr }");
    assertThat(written.entries()).doesNotContainKey(STYLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "ar"})
  void leavesDirectionsWhereBothLanguagesShareThem(String target) throws IOException {
    String source = target.equals("fr") ? "en" : "fa";
    String css = "p { text-align: left; direction: rtl }";
    Written written = translate(book(source, "<p dir=\"rtl\">Text</p><pre>c</pre>", css), target);
    assertThat(written.text(CHAPTER)).contains("<p dir=\"rtl\">TT</p><pre>c</pre>");
    assertThat(written.text(OPF)).contains("<spine>");
    assertThat(written.entries()).doesNotContainKey(STYLE);
    assertThat(written.text("OEBPS/a.css")).isEqualTo(css);
  }

  @ParameterizedTest
  @CsvSource({
    "ja, en, AUTO, true",
    "ja, zh, AUTO, true",
    "ja, zh-TW, AUTO, false",
    "ja, ko, AUTO, true",
    "zh-Hant, ja, AUTO, false",
    "en, fr, AUTO, false",
    "en, fr, HORIZONTAL, true",
    "ja, en, KEEP, false",
    "ja, zh-HK, HORIZONTAL, true"
  })
  void writesVerticalLinesAsTheTargetIsSet(
      String source, String target, WritingMode mode, boolean horizontal) throws IOException {
    String css = "html { -epub-writing-mode: vertical-rl } th.h, td { writing-mode: tb-rl }";
    String opf =
        opf(source)
            .replace("<spine>", "<spine page-progression-direction=\"rtl\">")
            .replace(
                "</metadata>",
                "<meta name=\"primary-writing-mode\" content=\"vertical-rl\"/></metadata>");
    String body = "<p style=\"writing-mode: vertical-rl\">Text</p>";
    Written written =
        translate(book(source, body, css).with(OPF, opf), target, FormatOptions.DEFAULT.with(mode));
    assertThat(written.text("OEBPS/a.css")).isEqualTo(css);
    if (horizontal) {
      assertThat(written.text(STYLE))
          .contains("html { -epub-writing-mode: horizontal-tb !important; -webkit-writing-mode:")
          .contains("th.h, td { ");
      assertThat(written.text(CHAPTER)).contains("style=\"writing-mode: horizontal-tb\"");
      assertThat(written.text(OPF))
          .contains("page-progression-direction=\"ltr\"", "content=\"horizontal-lr\"");
      assertValid(written);
    } else {
      assertThat(written.entries()).doesNotContainKey(STYLE);
      assertThat(written.text(CHAPTER)).contains(body.replace("Text", "TT"));
      assertThat(written.text(OPF))
          .contains("page-progression-direction=\"rtl\"", "content=\"vertical-rl\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta property=\"rendition:layout\">pre-paginated</meta>",
        "<meta name=\"fixed-layout\" content=\"true\"/>"
      })
  void movesNothingOnFixedPages(String meta) throws IOException {
    String opf =
        opf("ja")
            .replace("<spine>", "<spine page-progression-direction=\"rtl\">")
            .replace("</metadata>", meta + "</metadata>");
    Zip book = book("ja", "<p>文</p>", "html { writing-mode: vertical-rl }").with(OPF, opf);
    Written written = translate(book, "he", FormatOptions.DEFAULT.with(Layout.BILINGUAL));
    assertThat(written.text(CHAPTER))
        .contains("<p dir=\"rtl\">TT</p>")
        .doesNotContain("<html dir", "yiben");
    assertThat(written.text(OPF)).contains("<spine page-progression-direction=\"rtl\">");
    assertThat(notices).singleElement().asString().contains("fixed layout", "translation alone");
  }

  @Test
  void movesWhatIsReflowableAmongFixedPages() throws IOException {
    String opf =
        opf("en")
            .replace(
                "</metadata>",
                "<meta property=\"rendition:layout\">pre-paginated</meta></metadata>")
            .replace("<itemref ", "<itemref properties=\"rendition:layout-reflowable\" ");
    Written written = translate(book("en", "<p>Text</p>", "").with(OPF, opf), "ar");
    assertThat(written.text(CHAPTER)).contains("<html dir=\"rtl\"");
    assertThat(notices).isEmpty();
  }

  @Test
  void givesFamiliesFontsForTheScriptOfTheTarget() throws IOException {
    String css =
        "@font-face { font-family: \"Body Font\"; font-weight: bold; src: url(f.otf) }"
            + "@font-face { font-family: Other; src: url(g.otf) } p { font-family: Other }"
            + "@font-face { font-family: 'Broken; src: url(h.otf) }";
    Written written = translate(book("en", "<p>Text</p>", css), "zh");
    assertThat(written.text(STYLE))
        .contains("@font-face { font-family: \"Body Font\"; font-weight: bold; src: local(\"Noto")
        .contains("local(\"Noto Serif CJK SC Bold\")")
        .contains("@font-face { font-family: Other; src: local(\"Noto Serif CJK SC\"), ")
        .contains("unicode-range: U+2E80-303F, ")
        .doesNotContain("Broken");
    assertThat(translate(book("en", "<p>Text</p>", css), "fr").entries()).doesNotContainKey(STYLE);
    assertThat(translate(book("zh-TW", "<p>Text</p>", css), "zh").text(STYLE)).contains("CJK SC");
  }

  @Test
  void keepsTheKeyOfObfuscatedFonts() throws IOException, NoSuchAlgorithmException {
    byte[] font = "a font of more than a thousand bytes ".repeat(40).getBytes(UTF_8);
    String identifier = "urn:uuid:8b4e1d9e-59f8-4a57-b2f7-6d7f5c9b7b0a";
    String encryption =
        """
        <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#">
        <EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/>
        <CipherData><CipherReference URI="OEBPS/f.otf"/></CipherData></EncryptedData>
        </encryption>
        """;
    Zip book =
        book("en", "<p>Text</p>", "")
            .with("META-INF/encryption.xml", encryption)
            .with("OEBPS/f.otf", obfuscated(font, identifier));
    Written written = translate(book, "zh");
    String unique =
        written
            .text(OPF)
            .replaceAll("(?s).*<dc:identifier id=\"id\">(.*?)</dc:identifier>.*", "$1");
    assertThat(obfuscated(written.entries().get("OEBPS/f.otf"), unique)).isEqualTo(font);
    assertThat(written.text(OPF)).contains("<dc:language>zh<").doesNotContain("dc:source");
  }

  /** EPUB 3.3, section 4.4: the same step obfuscates and takes it back. */
  private static byte[] obfuscated(byte[] font, String identifier) throws NoSuchAlgorithmException {
    byte[] key =
        MessageDigest.getInstance("SHA-1")
            .digest(identifier.replaceAll("[ \t\r\n]", "").getBytes(UTF_8));
    byte[] result = font.clone();
    for (int i = 0; i < Math.min(1040, font.length); i++) {
      result[i] ^= key[i % key.length];
    }
    return result;
  }

  private static String unique(Written written) {
    return written.text(OPF).replaceAll("(?s).*?<dc:identifier id=\"id\"[^>]*>(.*?)<.*", "$1");
  }

  @Test
  void givesEachEditionAnIdentifierOfItsOwn() throws IOException {
    Zip book = book("en", "<p>Text</p>", "");
    FormatOptions below = FormatOptions.DEFAULT.with(Layout.BILINGUAL);
    String chinese = unique(translate(book, "zh"));
    assertThat(chinese).matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab].*");
    assertThat(unique(translate(book, "zh"))).isEqualTo(chinese);
    assertThat(unique(translate(book, "fr"))).isNotEqualTo(chinese);
    assertThat(unique(translate(book, "zh", below))).isNotEqualTo(chinese);
    assertThat(translate(book, "zh").text(OPF))
        .contains("<dc:source>urn:uuid:8b4e1d9e-59f8-4a57-b2f7-6d7f5c9b7b0a</dc:source>")
        .contains("2026-01-01T00:00:00Z");
  }

  @Test
  void makesSourcesOfTheNumbersOfTheSourcesEdition() throws IOException {
    String opf =
        opf("en")
            .replace(
                "<dc:title>",
                """
                <dc:identifier id="isbn">urn:isbn:9780306406157</dc:identifier>
                <dc:identifier>978-0-306-40615-7</dc:identifier>
                <dc:identifier>doi:10.1000/182</dc:identifier>
                <meta refines="#id" property="identifier-type" scheme="onix:codelist5">06</meta>
                <meta refines="#isbn" property="identifier-type" scheme="onix:codelist5">15</meta>
                <dc:title>""");
    Written written = translate(book("en", "<p>Text</p>", "").with(OPF, opf), "zh");
    assertThat(written.text(OPF))
        .contains("<dc:source id=\"isbn\">urn:isbn:9780306406157</dc:source>")
        .contains("<dc:source>978-0-306-40615-7</dc:source>")
        .contains("<dc:identifier>doi:10.1000/182</dc:identifier>")
        .contains("refines=\"#id\" property=\"identifier-type\" scheme=\"onix:codelist5\">22<")
        .contains("scheme=\"onix:codelist5\">15<");
    assertValid(written);
  }

  @Test
  void changesTheIdentifierOfEpub2AndOfItsTableOfContents() throws IOException {
    Zip book = Books.epub2("<p>Text <a id=\"x\" href=\"#x\">link</a></p><p>Keep</p>");
    String opf =
        new String(book.content(OPF), UTF_8)
            .replace(" xmlns:dc=", " xmlns:opf=\"http://www.idpf.org/2007/opf\" xmlns:dc=")
            .replace("id=\"id\">", "id=\"id\" opf:scheme=\"ISBN\">");
    Written written = translate(book.with(OPF, opf), "ar");
    String identifier = unique(written);
    assertThat(identifier).startsWith("urn:uuid:");
    assertThat(written.text(OPF))
        .contains("opf:scheme=\"UUID\"", "<dc:source>small</dc:source>", "<spine toc=\"ncx\">");
    assertThat(written.text("OEBPS/toc.ncx"))
        .contains("<meta name=\"dtb:uid\" content=\"" + identifier + "\"/>")
        .contains("<ncx dir=\"rtl\" ", "xml:lang=\"ar\"");
    assertThat(written.text("OEBPS/Text/ch 1.html")).contains("<html xml:lang=\"ar\" dir=\"rtl\"");
    assertValid(written);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void writesValidBooksInEachLayout(Layout layout) throws IOException {
    String body =
        """
        <h1 id="h">A <em>title</em></h1><blockquote><p>Text <a id="a" href="#h">to</a></p></blockquote>
        <ul><li>Text</li><li><p>Text</p></li></ul><dl><dt>Text</dt><dd>Text</dd></dl>
        <table><caption>Text</caption><tbody><tr><th>Text</th><td>Text</td></tr></tbody></table>
        <p>Text <img src="a.png" alt="Text"/></p><p>Text<br/><br/><b>Text</b> Text</p>
        """;
    byte[] picture =
        Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAA"
                    + "AABJRU5ErkJggg==");
    FormatOptions options = FormatOptions.DEFAULT.with(layout);
    Zip three =
        book("en", body, "")
            .with("OEBPS/a.png", picture)
            .with(OPF, withPicture(opf("en"), "a.png"));
    Zip two = Books.epub2(body).with("OEBPS/Text/a.png", picture);
    two.with(OPF, withPicture(new String(two.content(OPF), UTF_8), "Text/a.png"));
    for (Zip book : List.of(three, two)) {
      for (String target : List.of("zh", "ar")) {
        assertValid(translate(book, target, options));
      }
    }
    assertThat(translate(two, "zh", options).entries().containsKey(STYLE))
        .isEqualTo(layout.isBilingual());
    if (layout.isBilingual()) {
      Written written = translate(two, "zh", options);
      assertThat(written.text("OEBPS/Text/ch 1.html"))
          .contains("<link rel=\"stylesheet\" type=\"text/css\" href=\"../yiben.css\"/>\n</head>");
      assertThat(written.text(OPF)).contains("href=\"yiben.css\" media-type=\"text/css\"/>");
      assertThat(written.text("OEBPS/toc.ncx")).doesNotContain("yiben-source");
    }
  }

  private static String withPicture(String opf, String address) {
    return opf.replace(
        "<manifest>",
        "<manifest><item id=\"png\" href=\"%s\" media-type=\"image/png\"/>".formatted(address));
  }

  @Test
  void saysBothLanguagesOfABilingualBook() throws IOException {
    FormatOptions below = FormatOptions.DEFAULT.with(Layout.BILINGUAL);
    assertThat(translate(book("en-GB", "<p>Text</p>", ""), "zh", below).text(OPF))
        .contains("<dc:language>zh</dc:language><dc:language>en-GB</dc:language>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<dc:language/>",
        "<dc:language></dc:language>",
        "<dc:language>und</dc:language>",
        ""
      })
  void saysTheLanguageOfABookThatSaidNone(String none) throws IOException {
    String opf =
        opf("en").replace("<dc:language>en</dc:language>\n<dc:language>la</dc:language>", none);
    Written written = translate(book("en", "<p>Text</p>", "").with(OPF, opf), "ar");
    assertThat(written.text(OPF)).containsOnlyOnce("<dc:language>ar</dc:language>");
    assertThat(written.text(CHAPTER)).contains("lang=\"ar\" xml:lang=\"ar\"", "dir=\"rtl\"");
    assertValid(written);
  }

  @Test
  void translatesTheBooksLanguageOfOtherRegionsButNotForeignOnes() throws IOException {
    String body =
        "<p lang=\"en-GB\">Text <i lang=\"fr\">mot</i></p><blockquote lang=\"de\"><p>x</p></blockquote>";
    assertThat(translate(book("en-US", body, ""), "zh").text(CHAPTER))
        .contains("<p lang=\"zh\">", "<i lang=\"fr\">", "<blockquote lang=\"de\">");
  }

  @Test
  void choosesNamesThatNothingHas() throws IOException {
    FormatOptions below = FormatOptions.DEFAULT.with(Layout.BILINGUAL);
    String opf =
        opf("en").replace("id=\"css\" href=\"a.css\"", "id=\"yiben-style\" href=\"Yiben.css\"");
    Zip book =
        book("en", "<p>Text</p>", "")
            .without("OEBPS/a.css")
            .with("OEBPS/Yiben.css", "")
            .with(OPF, opf);
    book.with(CHAPTER, inLanguage("en", "<p>Text</p>").replace("a.css", "Yiben.css"));
    Written written = translate(book, "zh", below);
    assertThat(written.text(OPF)).contains("<item id=\"yiben-style-1\" href=\"yiben-1.css\"");
    assertThat(written.entries()).containsKey("OEBPS/yiben-1.css");
    assertValid(written);
  }

  @Test
  void goesOnWhereNoFileCanBeAdded() throws IOException {
    FormatOptions below = FormatOptions.DEFAULT.with(Layout.BILINGUAL);
    Zip book = book("en", "<p>Text</p>", "").with(OPF, opf("en").replace("</manifest>", ""));
    Written written = translate(book, "zh", below);
    assertThat(written.text(CHAPTER)).contains("yiben-target").doesNotContain("yiben.css");
    assertThat(written.entries()).doesNotContainKey(STYLE);
    assertThat(notices).singleElement().asString().contains("no style sheet could be added");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void opensWithAnotherReader(Layout layout) throws IOException {
    Zip three = book("en", "<p>Text</p>", "");
    for (Zip book : List.of(three, Books.epub2("<p>Text</p>"))) {
      Written written = translate(book, "ar", FormatOptions.DEFAULT.with(layout));
      try (InputStream in = Files.newInputStream(written.file())) {
        Book read = new EpubReader().readEpub(in);
        assertThat(read.getTitle()).isEqualTo("TT");
        assertThat(read.getMetadata().getLanguage()).isEqualTo("ar");
        assertThat(read.getSpine().size()).isEqualTo(1);
        assertThat(read.getMetadata().getIdentifiers())
            .anyMatch(identifier -> unique(written).endsWith(identifier.getValue()));
        assertThat(read.getResources().getByHref("yiben.css") != null)
            .isEqualTo(layout.isBilingual());
      }
    }
  }

  @Test
  void saysThatASignatureHoldsNoLonger() throws IOException {
    translate(book("en", "<p>Text</p>", "").with("META-INF/signatures.xml", "<s/>"), "zh");
    assertThat(notices).singleElement().asString().contains("signed");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void writesTheSameBytesWhereNothingIsTranslated(Layout layout) throws IOException {
    Zip book = book("ja", "<p>Text</p>", "html { writing-mode: vertical-rl }");
    Path file = folder.resolve("book.epub");
    Files.write(file, book.pack());
    Path written = folder.resolve("written.epub");
    try (Document document = new EpubFormat().open(file, FormatOptions.DEFAULT.with(layout));
        OutputStream out = Files.newOutputStream(written)) {
      document.merge(lookup("ar", Map.of()), out);
    }
    assertThat(Files.mismatch(file, written)).isEqualTo(-1);
  }
}
