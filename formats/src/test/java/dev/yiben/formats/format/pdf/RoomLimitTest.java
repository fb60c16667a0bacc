package dev.yiben.formats.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.document.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomLimitTest {

  private static Optional<Integer> columns(Part part) {
    return RoomLimit.of(List.of(part)).map(LengthLimit::columns);
  }

  @Test
  void limitsLabelThatCannotGrow() {
    Part part = MadeParts.part(Role.TABLE_CELL, "Number of pages", 80, 80, 1);

    assertThat(columns(part)).hasValueSatisfying(most -> assertThat(most).isBetween(20, 26));
  }

  @Test
  void leavesAloneWhatHasRoom() {
    assertThat(columns(MadeParts.part(Role.HEADING, "Number of pages", 80, 300, 1))).isEmpty();
  }

  @Test
  void leavesRunningTextAlone() {
    assertThat(columns(MadeParts.part(Role.PARAGRAPH, "Number of pages", 80, 80, 6))).isEmpty();
  }

  @Test
  void asksForNoFewerColumnsThanAnyWordHas() {
    assertThat(columns(MadeParts.part(Role.TABLE_CELL, "No", 10, 10, 1))).contains(10);
  }
}
