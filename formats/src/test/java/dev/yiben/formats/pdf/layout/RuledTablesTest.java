package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuledTablesTest {
  private final MadeText made = new MadeText();

  private List<Table> find() {
    return RuledTables.find(made.shapes(), MadeText.PAGE);
  }

  @Test
  void findsCellsBetweenLines() {
    grid();

    assertThat(find())
        .singleElement()
        .satisfies(
            table ->
                assertThat(table.cells())
                    .containsExactly(
                        new Box(100, 550, 200, 600),
                        new Box(200, 550, 300, 600),
                        new Box(100, 500, 200, 550),
                        new Box(200, 500, 300, 550)));
  }

  @Test
  void joinsFieldsWithoutALineBetweenThem() {
    made.rule(100, 500, 300, 500).rule(100, 550, 300, 550).rule(100, 600, 300, 600);
    made.rule(100, 500, 100, 600).rule(300, 500, 300, 600).rule(200, 500, 200, 550);

    assertThat(find().get(0).cells())
        .containsExactly(
            new Box(100, 550, 300, 600), new Box(100, 500, 200, 550), new Box(200, 500, 300, 550));
  }

  @Test
  void closesTablesThatAreOpenAtTheSides() {
    made.rule(100, 500, 300, 500).rule(100, 550, 300, 550).rule(100, 600, 300, 600);
    made.rule(200, 500, 200, 600);

    assertThat(find().get(0).cells()).hasSize(4);
  }

  @Test
  void takesFillingsForCells() {
    made.area(100, 500, 200, 550).area(200, 500, 300, 550);

    assertThat(find().get(0).cells())
        .containsExactly(new Box(100, 500, 200, 550), new Box(200, 500, 300, 550));
  }

  @Test
  void joinsLinesOfDashes() {
    for (int x = 100; x < 300; x += 4) {
      made.rule(x, 500, x + 2, 500.5).rule(x, 550, x + 2, 550.5);
    }
    made.rule(100, 500, 100, 550).rule(200, 500, 200, 550).rule(298, 500, 298, 550);

    assertThat(find().get(0).cells()).hasSize(2);
  }

  @Test
  void partsCellsThatAreBent() {
    made.rule(100, 500, 300, 500).rule(100, 600, 300, 600);
    made.rule(100, 500, 100, 600).rule(300, 500, 300, 600);
    made.rule(200, 550, 300, 550).rule(200, 550, 200, 600);

    assertThat(find().get(0).cells())
        .containsExactly(
            new Box(100, 550, 200, 600), new Box(200, 550, 300, 600), new Box(100, 500, 300, 550));
  }

  @Test
  void leavesLinesThatNothingCrosses() {
    made.rule(100, 500, 300, 500).rule(100, 550, 300, 550);

    assertThat(find()).isEmpty();
  }

  @Test
  void leavesTheBackgroundOfThePage() {
    made.area(0, 0, 600, 800);

    assertThat(find()).isEmpty();
  }

  @Test
  void givesUpOnDrawingsOfVeryManyLines() {
    for (int i = 0; i < 5000; i++) {
      made.shapes().add(new Shape(new Box(0, i * 5, 600, i * 5), Shape.Kind.RULE));
    }
    made.rule(0, 0, 0, 25_000).rule(600, 0, 600, 25_000);

    assertThat(find()).isEmpty();
  }

  private void grid() {
    made.rule(100, 500, 300, 500).rule(100, 550, 300, 550).rule(100, 600, 300, 600);
    made.rule(100, 500, 100, 600).rule(200, 499, 200, 601).rule(300, 500, 300, 600);
  }
}
