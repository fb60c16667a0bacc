package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class TableClaimsTest {
  private final MadeText made = new MadeText();

  @Test
  void makesABlockOfEachCell() {
    rules();
    made.line(105, 580, 10, "one two");
    made.line(205, 580, 10, "three");
    made.line(105, 530, 10, "four");

    Region region = TableClaims.of(made.region());

    assertThat(region.lines()).isEmpty();
    assertThat(region.claims()).hasSize(1);
    assertThat(region.claims().get(0).blocks())
        .extracting(block -> block.lines().get(0).text(), Block::role, Block::cell)
        .containsExactly(
            tuple("one two", new Box(100, 550, 200, 600)),
            tuple("three", new Box(200, 550, 300, 600)),
            tuple("four", new Box(100, 500, 200, 550)));
  }

  @Test
  void partsLinesWhereTheyCrossALine() {
    rules();
    made.line(65, 530, 10, "before four words here and there beyond");

    Region region = TableClaims.of(made.region());

    assertThat(region.lines()).extracting(Line::text).containsExactly("before");
    assertThat(region.claims().get(0).blocks())
        .extracting(block -> block.lines().get(0).text())
        .containsExactly("four words here and", "there beyond");
  }

  @Test
  void leavesLinesOfDrawingsThatTextCrosses() {
    rules();
    for (int i = 0; i < 8; i++) {
      made.line(120, 590 - 12 * i, 10, "crossingeverythingthere is crossingtoo");
    }

    Region region = TableClaims.of(made.region());

    assertThat(region.claims()).isEmpty();
    assertThat(region.lines()).hasSize(8);
  }

  @Test
  void readsATableWithinACell() {
    rules();
    made.area(110, 505, 190, 545).rule(150, 505, 150, 545);
    made.line(105, 580, 10, "above");
    made.line(205, 530, 10, "right");
    made.line(115, 530, 10, "in");
    made.line(155, 530, 10, "side");

    assertThat(TableClaims.of(made.region()).claims())
        .singleElement()
        .satisfies(
            claim ->
                assertThat(claim.blocks())
                    .extracting(block -> block.lines().get(0).text())
                    .containsExactly("above", "in", "side", "right"));
  }

  @Test
  void takesTextInAFrameForParagraphsThatStayInIt() {
    made.area(100, 500, 300, 600);
    made.line(105, 580, 10, "in the frame");
    made.line(105, 480, 10, "below");

    Region region = TableClaims.of(made.region());

    assertThat(region.lines()).extracting(Line::text).containsExactly("below");
    Block block = region.claims().get(0).blocks().get(0);
    assertThat(block.role()).isEqualTo(Role.PARAGRAPH);
    assertThat(block.cell()).contains(new Box(100, 500, 300, 600));
  }

  @Test
  void partsRowsThatNoLinesPart() {
    rules();
    for (int i = 0; i < 3; i++) {
      made.line(105, 590 - 12 * i, 10, "row " + i);
      made.line(205, 590 - 12 * i, 10, "value " + i);
    }

    assertThat(TableClaims.of(made.region()).claims().get(0).blocks())
        .extracting(block -> block.lines().get(0).text())
        .containsExactly("row 0", "value 0", "row 1", "value 1", "row 2", "value 2");
  }

  @Test
  void keepsEveryWord() {
    rules();
    List<Line> lines =
        List.of(
            made.line(50, 530, 10, "a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh"),
            made.line(50, 580, 10, "a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh"));

    Region region = TableClaims.of(made.region());

    assertThat(
            region.claims().stream()
                    .flatMap(claim -> claim.blocks().stream())
                    .flatMap(block -> block.lines().stream())
                    .mapToInt(line -> line.words().size())
                    .sum()
                + region.lines().stream().mapToInt(line -> line.words().size()).sum())
        .isEqualTo(lines.stream().mapToInt(line -> line.words().size()).sum());
  }

  private void rules() {
    made.rule(100, 500, 300, 500).rule(100, 550, 300, 550).rule(100, 600, 300, 600);
    made.rule(100, 500, 100, 600).rule(200, 500, 200, 600).rule(300, 500, 300, 600);
  }

  private static Tuple tuple(String text, Box cell) {
    return Tuple.tuple(text, Role.TABLE_CELL, Optional.of(cell));
  }
}
