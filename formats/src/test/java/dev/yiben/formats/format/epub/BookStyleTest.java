package dev.yiben.formats.format.epub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments as a book's own style sheets show them. */
class BookStyleTest {
  @TempDir Path folder;

  private static final String LINK = "<link rel=\"stylesheet\" href=\"css/a.css\"/>";

  private static String chapter(String head, String body) {
    return Books.xhtml(body).replace("</head>", head + "</head>");
  }

  private List<String> segments(Zip book) throws IOException {
    Path file = Files.write(folder.resolve("book.epub"), book.pack());
    try (Document document = new EpubFormat().open(file)) {
      assertThat(document.notices()).isEmpty();
      return document.segments().stream()
          .filter(segment -> segment.id().value().startsWith("OEBPS/ch1"))
          .skip(1)
          .map(s -> s.source().marked() + s.skipRule().map(rule -> ":" + rule).orElse(""))
          .toList();
    }
  }

  private List<String> segments(String css, String body) throws IOException {
    return segments(
        Books.epub3("").with("OEBPS/ch1.xhtml", chapter(LINK, body)).with("OEBPS/css/a.css", css));
  }

  @Test
  void cutsVerseIntoLines() throws IOException {
    assertThat(
            segments(
                ".line { display: block }",
                "<p><span class=\"line\">One</span> <span class=\"line\">Two <i>x</i></span></p>"))
        .containsExactly("One", "Two ⟦1⟧x⟦/1⟧");
  }

  @Test
  void joinsHeadingsThatRunIntoTheText() throws IOException {
    assertThat(
            segments("h3.run { display: inline }", "<div><h3 class=\"run\">One.</h3> Two.</div>"))
        .containsExactly("⟦1⟧One.⟦/1⟧ Two.");
  }

  @Test
  void leavesWhatNobodySees() throws IOException {
    assertThat(
            segments(
                ".x { display: none }",
                "<p class=\"x\">One</p><p>Two <span class=\"x\">Three</span> Four</p>"
                    + "<p class=\"x\" id=\"t\">Five</p>"
                    + "<aside class=\"x\" epub:type=\"footnote\">Six</aside>"))
        .containsExactly("One:hidden", "Two ⟦1⟧ Four", "Five", "Six");
  }

  @Test
  void showsLinesThatAreShown() throws IOException {
    assertThat(
            segments(
                ".v { white-space: pre-line }",
                "<div class=\"v\">One\n  two\n\nthree</div><div>Four\nfive</div>"))
        .containsExactly("One⟦1⟧two", "three", "Four five");
  }

  @Test
  void followsLinksImportsElementsAndAttributes() throws IOException {
    Zip book =
        Books.epub3("")
            .with("OEBPS/css/a.css", "@import url('../b.css');@import 'print.css' print;")
            .with("OEBPS/b.css", "@import 'css/a.css'; b { display: block }")
            .with("OEBPS/css/print.css", "u { display: block }")
            .with(
                "OEBPS/ch1.xhtml",
                chapter(
                    LINK + "<style>i { display: block }</style>",
                    "<p>a<b>b</b>c<i>d</i>e<u>f</u>g<q style=\"display:block\">h</q></p>"));
    assertThat(segments(book)).containsExactly("a", "b", "c", "d", "e⟦1⟧f⟦/1⟧g", "h");
  }

  @Test
  void standsSheetsThatAreNotThere() throws IOException {
    Zip book = Books.epub3("").with("OEBPS/ch1.xhtml", chapter(LINK, "<p>One <b>two</b>.</p>"));
    assertThat(segments(book)).containsExactly("One ⟦1⟧two⟦/1⟧.");
  }
}
