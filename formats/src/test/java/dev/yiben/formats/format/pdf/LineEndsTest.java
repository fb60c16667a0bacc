package dev.yiben.formats.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineEndsTest {
  private final LineEnds ends = new LineEnds(Set.of("well-known", "measurement"));

  @ParameterizedTest
  @CsvSource({
    "deep, water, SPACE",
    "measure-, ment, DROPS_HYPHEN",
    "un-, heard, DROPS_HYPHEN",
    "well-, known, NOTHING",
    "state-of-, the-art, NOTHING",
    "COVID-, 19, NOTHING",
    "Jean-, Paul, NOTHING",
    "Ein-, und, SPACE",
    "pre-, and, SPACE",
    "2019-, 2020, NOTHING",
    "-, water, SPACE",
    "海岸, 灯台, NOTHING",
    "灯台, Tokyo, NOTHING",
    "https://example.org/, path, NOTHING",
    "and/, or, NOTHING",
  })
  void tellsWhatTheEndOfALineStandsFor(String last, String next, LineEnd end) {
    assertThat(ends.between(last, next)).isEqualTo(end);
  }
}
