package dev.yiben.formats.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Role;
import org.junit.jupiter.api.Test;

class RoleScalesTest {
  private static final String TEXT = "A text that is as long as others.";

  private final RoleScales scales = new RoleScales();
  private final Unit body = MadeParts.unit(Role.PARAGRAPH, TEXT, 0);

  @Test
  void scalesAllAsTheSmallestButExceptions() {
    for (int i = 0; i < 18; i++) {
      scales.add(body, 0.9);
    }
    scales.add(body, 0.6);
    scales.add(body, 1);

    assertThat(scales.of(body)).isEqualTo(0.9);
  }

  @Test
  void weighsTextsByTheirLength() {
    scales.add(body, 1);
    scales.add(body, 1);
    scales.add(MadeParts.unit(Role.PARAGRAPH, "Page", 3), 0.6);

    assertThat(scales.of(body)).isEqualTo(1);
  }

  @Test
  void scalesRolesApart() {
    Unit heading = MadeParts.unit(Role.HEADING, TEXT, 0);
    scales.add(body, 1);
    scales.add(heading, 0.7);

    assertThat(scales.of(body)).isEqualTo(1);
    assertThat(scales.of(heading)).isEqualTo(0.7);
  }

  @Test
  void scalesCellsOfPagesApart() {
    Unit first = MadeParts.unit(Role.TABLE_CELL, TEXT, 0);
    Unit second = MadeParts.unit(Role.TABLE_CELL, TEXT, 1);
    scales.add(first, 0.7);
    scales.add(second, 0.9);

    assertThat(scales.of(first)).isEqualTo(0.7);
    assertThat(scales.of(second)).isEqualTo(0.9);
  }
}
