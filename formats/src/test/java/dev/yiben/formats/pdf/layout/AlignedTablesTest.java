package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignedTablesTest {
  private final MadeText made = new MadeText();

  private Region region() {
    return AlignedTables.of(made.region());
  }

  private List<String> cells() {
    return region().claims().stream()
        .flatMap(claim -> claim.blocks().stream())
        .map(block -> String.join("/", block.lines().stream().map(Line::text).toList()))
        .toList();
  }

  @Test
  void makesCellsOfRowsThatStandBelowEachOther() {
    made.line(50, 700, 10, "Item");
    made.line(200, 700, 10, "Price");
    made.line(50, 685, 10, "Apples");
    made.line(200, 685, 10, "12");
    made.line(50, 670, 10, "Ripe pears");
    made.line(200, 670, 10, "7");

    assertThat(cells()).containsExactly("Item", "Price", "Apples", "12", "Ripe pears", "7");
    assertThat(region().lines()).isEmpty();
    assertThat(region().claims().get(0).blocks()).allMatch(b -> b.role() == Role.TABLE_CELL);
  }

  @Test
  void partsColumnsThatStandCloseTogether() {
    made.line(50, 700, 10, "Bread   Wheat    12");
    made.line(50, 685, 10, "Rolls   Rye       7");
    made.line(50, 670, 10, "Cakes   Oat     120");

    assertThat(cells())
        .containsExactly("Bread", "Wheat", "12", "Rolls", "Rye", "7", "Cakes", "Oat", "120");
  }

  @Test
  void joinsTheLinesOfACell() {
    made.line(50, 700, 10, "First");
    made.line(150, 700, 10, "a rather long description");
    made.line(150, 688, 10, "that goes on");
    made.line(350, 700, 10, "1");
    made.line(50, 670, 10, "Second");
    made.line(150, 670, 10, "short");
    made.line(350, 670, 10, "2");
    made.line(50, 655, 10, "Third");
    made.line(150, 655, 10, "short");
    made.line(350, 655, 10, "3");

    assertThat(cells())
        .startsWith("First", "a rather long description/that goes on", "1", "Second");
  }

  @Test
  void leavesColumnsOfRunningText() {
    for (int i = 0; i < 12; i++) {
      made.line(50, 700 - 12 * i, 10, "running text that fills its column to the end");
      made.line(320, 700 - 12 * i, 10, "more running text, beside the other column ok");
    }

    assertThat(region().claims()).isEmpty();
  }

  @Test
  void leavesListsWhoseMarkersStandApart() {
    for (int i = 1; i < 6; i++) {
      made.line(50, 700 - 12 * i, 10, i + ".");
      made.line(90, 700 - 12 * i, 10, "item " + i);
    }

    assertThat(region().claims()).isEmpty();
  }

  @Test
  void takesATableBesideRunningText() {
    for (int i = 0; i < 12; i++) {
      made.line(50, 700 - 12 * i, 10, "running text that fills its column to the end");
    }
    for (int i = 0; i < 4; i++) {
      made.line(320, 700 - 20 * i, 10, "row " + i);
      made.line(420, 700 - 20 * i, 10, "1" + i);
    }

    assertThat(cells()).containsExactly("row 0", "10", "row 1", "11", "row 2", "12", "row 3", "13");
    assertThat(region().lines()).hasSize(12);
  }

  @Test
  void keepsCellsWithinTheirColumns() {
    for (int i = 0; i < 4; i++) {
      made.line(50, 700 - 20 * i, 10, "row " + i);
      made.line(120, 700 - 20 * i, 10, "1" + i);
    }

    Block first = region().claims().get(0).blocks().get(0);

    assertThat(first.cell().orElseThrow().right()).isLessThan(120).isGreaterThan(100);
  }
}
