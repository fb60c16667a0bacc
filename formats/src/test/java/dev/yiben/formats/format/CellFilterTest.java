package dev.yiben.formats.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CellFilterTest {

  @Test
  void takesColumnsByTheirLetters() {
    CellFilter filter = new CellFilter(CellFilter.columns("B, d-F,AA-"), CellFilter.rows("2-3"));

    assertThat(filter.takes(2, 2)).isTrue();
    assertThat(filter.takes(4, 3)).isTrue();
    assertThat(filter.takes(26, 3)).isFalse();
    assertThat(filter.takes(27, 3)).isTrue();
    assertThat(filter.takes(16_384, 3)).isTrue();
    assertThat(filter.takes(2, 1)).isFalse();
    assertThat(filter.takes(2, 4)).isFalse();
  }

  @Test
  void takesAllWithoutRanges() {
    assertThat(CellFilter.ALL.takes(1, 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "B,", "F-D", "2", "A:C", "ABCD", "-B"})
  void refusesWhatIsNoListOfColumns(String list) {
    assertThatThrownBy(() -> CellFilter.columns(list)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "3-2", "B", "12345678"})
  void refusesWhatIsNoListOfRows(String list) {
    assertThatThrownBy(() -> CellFilter.rows(list)).isInstanceOf(IllegalArgumentException.class);
  }
}
