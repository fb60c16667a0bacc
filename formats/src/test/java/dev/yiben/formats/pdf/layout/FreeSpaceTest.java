package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.page.PageContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {
  private static final Offset<Double> EXACT = within(1e-6);

  private final MadeText made = new MadeText();
  private final List<Paragraph> paragraphs = new ArrayList<>();

  /** Adds a paragraph of lines of the same text, of size 10. */
  private int paragraph(double left, double baseline, int lines, String text, Alignment alignment) {
    List<Line> all = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      all.add(made.line(left, baseline - 12 * i, 10, text));
    }
    return add(all, alignment, Optional.empty());
  }

  private int add(List<Line> lines, Alignment alignment, Optional<Box> cell) {
    paragraphs.add(
        new Paragraph(
            Role.PARAGRAPH,
            Direction.HORIZONTAL,
            lines,
            Line.box(lines),
            alignment,
            12,
            0,
            false,
            cell,
            Optional.empty()));
    return paragraphs.size() - 1;
  }

  private List<Box> rooms(int paragraph, Box... fields) {
    PageContent content =
        new PageContent(
            0, null, MadeText.PAGE, List.of(), List.of(), Map.of(), made.shapes(), Map.of(), false);
    return new FreeSpace(new PageLayout(content, paragraphs, Map.of()), List.of(fields))
        .around(paragraph);
  }

  private Box largest(int paragraph, Box... fields) {
    List<Box> rooms = rooms(paragraph, fields);
    return rooms.get(rooms.size() - 1);
  }

  @Test
  void beginsWithPlaceOfSource() {
    int text = paragraph(100, 700, 3, "aaaa aaaa", Alignment.LEFT);

    assertThat(rooms(text).get(0)).isEqualTo(paragraphs.get(text).box());
  }

  @Test
  void growsDownToNextParagraph() {
    int text = paragraph(100, 700, 5, "aaaa aaaa", Alignment.LEFT);
    int next = paragraph(100, 620, 1, "aaaa aaaa", Alignment.LEFT);

    Box room = largest(text);

    assertThat(room.bottom()).isEqualTo(paragraphs.get(next).box().top() + 3, EXACT);
    assertThat(room.top()).isEqualTo(paragraphs.get(text).box().top(), EXACT);
  }

  @Test
  void staysInItsColumn() {
    int text = paragraph(100, 700, 2, "aaaa", Alignment.LEFT);
    int below = paragraph(100, 600, 3, "aaaa aaaa aaaa", Alignment.LEFT);

    assertThat(largest(text).right()).isEqualTo(paragraphs.get(below).box().right(), EXACT);
  }

  @Test
  void growsToTheRightFirstWhereItIsOneLine() {
    int text = paragraph(100, 700, 1, "aaaa", Alignment.LEFT);
    paragraph(400, 600, 1, "aaaa", Alignment.LEFT);

    Box second = rooms(text).get(1);

    assertThat(second.right()).isEqualTo(500, EXACT);
    assertThat(second.bottom()).isEqualTo(paragraphs.get(text).box().bottom(), EXACT);
  }

  @Test
  void keepsAwayFromWhatIsBesideIt() {
    int text = paragraph(100, 700, 1, "aaaa", Alignment.LEFT);
    made.area(200, 650, 300, 750);

    assertThat(largest(text).right()).isEqualTo(194, EXACT);
  }

  @Test
  void keepsAwayFromFields() {
    int text = paragraph(100, 700, 1, "aaaa", Alignment.LEFT);

    assertThat(largest(text, new Box(150, 690, 250, 712)).right()).isEqualTo(144, EXACT);
  }

  @Test
  void staysInBoxThatItStandsOn() {
    int text = paragraph(100, 700, 1, "aaaa", Alignment.CENTER);
    made.area(90, 680, 130, 730);

    Box room = largest(text);

    assertThat(made.shapes().get(0).box().contains(room, -1.9)).isTrue();
    assertThat(room.centerX()).isEqualTo(paragraphs.get(text).box().centerX(), EXACT);
    assertThat(room.top()).isEqualTo(728, EXACT);
  }

  @Test
  void staysInItsCell() {
    Box cell = new Box(95, 670, 160, 715);
    int text = add(List.of(made.line(100, 700, 10, "aaaa")), Alignment.LEFT, Optional.of(cell));

    Box room = largest(text);

    assertThat(room).isEqualTo(new Box(100, 672, 158, 713));
  }

  @Test
  void growsThroughLineThatUnderlinesIt() {
    int text = paragraph(100, 700, 1, "aaaa", Alignment.LEFT);
    made.rule(100, 698.5, 120, 699);

    assertThat(largest(text).bottom()).isLessThan(690);
  }

  @Test
  void growsTheOtherWayWhereItsOwnIsBlocked() {
    int text = paragraph(400, 700, 1, "aaaa aaaa", Alignment.LEFT);
    int blocking = paragraph(450, 700, 1, "12", Alignment.RIGHT);
    paragraph(100, 600, 1, "aaaa", Alignment.LEFT);

    Box room = largest(text);

    assertThat(room.left()).isEqualTo(100, EXACT);
    assertThat(room.right()).isLessThanOrEqualTo(paragraphs.get(blocking).box().left());
  }

  @Test
  void givesNoSpaceToTwo() {
    paragraph(50, 700, 1, "aaaa", Alignment.LEFT);
    paragraph(200, 700, 1, "aaaa", Alignment.RIGHT);
    paragraph(300, 700, 1, "aaaa", Alignment.CENTER);
    paragraph(450, 700, 1, "aaaa", Alignment.LEFT);
    paragraph(250, 640, 4, "aaaa aaaa", Alignment.LEFT);
    paragraph(60, 670, 2, "aaaa aaaa", Alignment.LEFT);

    for (int i = 0; i < paragraphs.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(largest(i).intersects(largest(j))).as(i + " and " + j).isFalse();
      }
    }
  }

  @Test
  void staysOnThePage() {
    int text = paragraph(30, 22, 1, "aaaa", Alignment.LEFT);

    assertThat(MadeText.PAGE.grown(-18).contains(largest(text), 1e-6)).isTrue();
  }
}
