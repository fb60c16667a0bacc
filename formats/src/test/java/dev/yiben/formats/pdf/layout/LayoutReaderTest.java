package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.PageReader;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LayoutReaderTest {
  private static final List<String> LEFT =
      List.of(
          "the old harbour has changed in many ways",
          "and the keepers of its lights remember all",
          "of them, though some of those things which",
          "they tell are no more than stories told by",
          "young pilots in winter storms, when no boat",
          "can leave the islands before the next spring");
  private static final List<String> RIGHT =
      List.of(
          "measuring instruments describe the colours",
          "of deep water under normal conditions, which",
          "are seldom met in those months, and never at",
          "night; our committee has therefore improved",
          "the method so that others can repeat what we",
          "did, and compare their signals with ours now");

  private final TypedPdf pdf = new TypedPdf();

  @AfterEach
  void close() throws IOException {
    pdf.close();
  }

  private PageLayout layout() throws IOException {
    return new LayoutReader()
        .read(new PageReader(pdf.document()).read(pdf.document().getPage(0), 0));
  }

  private List<String> read() throws IOException {
    return layout().paragraphs().stream().map(LayoutReaderTest::text).toList();
  }

  private static String text(Paragraph paragraph) {
    return paragraph.lines().stream().map(Line::text).collect(Collectors.joining("/"));
  }

  /** Draws lines in two columns, one row after the other. */
  private void columns(double top, int rows, String mark) {
    for (int i = 0; i < rows; i++) {
      pdf.justified(50, top - 12 * i, 10, 240, mark + "a" + i + " " + LEFT.get(i));
      pdf.justified(302, top - 12 * i, 10, 240, mark + "b" + i + " " + RIGHT.get(i));
    }
  }

  @Test
  void readsColumnsOneAfterTheOtherThoughTheyAreDrawnRowByRow() throws IOException {
    columns(700, 6, "x");
    List<String> read = read();
    assertThat(read).hasSize(2);
    assertThat(read.get(0)).startsWith("xa0 " + LEFT.get(0) + "/xa1 ").endsWith(LEFT.get(5));
    assertThat(read.get(1)).startsWith("xb0 " + RIGHT.get(0) + "/xb1 ").endsWith(RIGHT.get(5));
  }

  @Test
  void readsWhatCrossesColumnsBetweenThem() throws IOException {
    pdf.text(50, 740, 18, "A title that is wider than any of the two columns");
    columns(700, 4, "x");
    pdf.text(50, 640, 18, "Another title that is as wide as both of the columns");
    columns(600, 4, "y");
    assertThat(read().stream().map(text -> text.substring(0, 3)))
        .containsExactly("A t", "xa0", "xb0", "Ano", "ya0", "yb0");
  }

  @Test
  void keepsWordsOfALooseLineTogether() throws IOException {
    pdf.justified(50, 700, 10, 270, "every careful reader knows the colour of the deep water");
    pdf.justified(50, 688, 10, 270, "and of storms that part the words of a");
    pdf.justified(50, 676, 10, 270, "line as nobody has ever parted them, nor will before then");
    assertThat(read()).hasSize(1);
    assertThat(layout().paragraphs().get(0).alignment()).isEqualTo(Alignment.JUSTIFIED);
  }

  @Test
  void beginsParagraphWhereLineIsIndented() throws IOException {
    pdf.text(50, 700, 10, "The light keeper describes the colour of deep water with great care.");
    pdf.text(62, 688, 10, "A long experiment has shown that the winter storm is more than that");
    pdf.text(50, 676, 10, "and that the distance between two islands is what it always has been.");
    assertThat(read()).hasSize(2);
    assertThat(layout().paragraphs().get(1).firstIndent()).isBetween(11.9, 12.1);
  }

  @Test
  void beginsParagraphWhereNextWordWouldHaveHadRoom() throws IOException {
    pdf.text(50, 700, 10, "The light keeper describes the colour of deep water with great care");
    pdf.text(50, 688, 10, "on his island,");
    pdf.text(50, 676, 10, "and the distance between two islands is what it always has been, so");
    pdf.text(50, 664, 10, "that nobody has to measure it.");
    assertThat(read()).hasSize(2);
  }

  @Test
  void beginsParagraphWhereLeadingIsWider() throws IOException {
    for (int i = 0; i < 6; i++) {
      pdf.text(
          50, 700 - 12 * i - (i < 3 ? 0 : 6), 10, "the distance between islands is always far");
    }
    assertThat(layout().paragraphs()).extracting(each -> each.lines().size()).containsExactly(3, 3);
    assertThat(layout().paragraphs().get(0).leading()).isBetween(11.9, 12.1);
  }

  @Test
  void leavesMarkersOfListsInTheirPlaces() throws IOException {
    pdf.text(50, 700, 10, "\u2022   the first of the items, which is so long that it goes on in a");
    pdf.text(65, 688, 10, "second line below it");
    pdf.text(50, 676, 10, "\u2022   the second");
    pdf.text(50, 664, 10, "3.   the third");
    PageLayout layout = layout();
    assertThat(layout.paragraphs())
        .extracting(Paragraph::role)
        .containsExactly(Role.LIST_ITEM, Role.LIST_ITEM, Role.LIST_ITEM);
    assertThat(read().get(0)).startsWith("the first").endsWith("below it");
    assertThat(layout.outside().get("list-marker")).hasSize(4);
  }

  @Test
  void knowsHeadingsBySizeAndWeight() throws IOException {
    pdf.text(50, 750, 16, "A large one");
    for (int i = 0; i < 5; i++) {
      pdf.text(50, 720 - 12 * i, 10, "the distance between islands is always far enough");
    }
    pdf.bold(50, 648, 10, "A bold one");
    pdf.text(50, 636, 10, "the distance between islands is always far enough");
    assertThat(layout().paragraphs())
        .extracting(Paragraph::role)
        .containsExactly(Role.HEADING, Role.PARAGRAPH, Role.HEADING, Role.PARAGRAPH);
  }

  @Test
  void tellsAlignment() throws IOException {
    pdf.centered(300, 700, 10, "this is centred, and it is the longer line");
    pdf.centered(300, 688, 10, "of the two that there are");
    pdf.right(550, 600, 10, "this is at the right, and longer than the other");
    pdf.right(550, 588, 10, "lines that are at the right side too");
    pdf.text(50, 500, 10, "this one stands at the left, which is usual here");
    pdf.text(50, 488, 10, "though it is one of several lines");
    assertThat(layout().paragraphs())
        .extracting(Paragraph::alignment)
        .containsExactly(Alignment.CENTER, Alignment.RIGHT, Alignment.LEFT);
  }

  @Test
  void knowsRaisedNumbers() throws IOException {
    pdf.text(50, 700, 10, "deep water");
    pdf.text(50 + TypedPdf.width("deep water", 10), 704, 6, "7");
    List<Word> words = layout().paragraphs().get(0).lines().get(0).words();
    assertThat(words).extracting(Word::text).containsExactly("deep", "water", "7");
    assertThat(words.get(2).kind()).isEqualTo(Word.Kind.SUPERSCRIPT);
    assertThat(words.get(2).spaceBefore()).isFalse();
  }

  @Test
  void readsTextThatIsDrawnTwiceOnce() throws IOException {
    pdf.text(50, 700, 10, "shadow");
    pdf.text(50.4, 700.4, 10, "shadow");
    assertThat(read()).containsExactly("shadow");
  }
}
