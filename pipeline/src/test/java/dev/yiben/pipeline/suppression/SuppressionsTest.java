package dev.yiben.pipeline.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
  private static final LocalDate TODAY = LocalDate.of(2030, 6, 1);
  private static final Path FILE = Path.of("books", "de", "chapter1.html");

  @Test
  void marksWhatItIsAboutOnly() {
    assertThat(isSuppressed(suppression("NUM-001", null, null, null))).isTrue();
    assertThat(isSuppressed(suppression("NUM-*", null, null, null))).isTrue();
    assertThat(isSuppressed(suppression("NUM-002", null, null, null))).isFalse();
    assertThat(isSuppressed(suppression("NUM-001", "chapter1.html", null, null))).isTrue();
    assertThat(isSuppressed(suppression("NUM-001", "*.html", null, null))).isTrue();
    assertThat(isSuppressed(suppression("NUM-001", "books/**/*.html", null, null))).isTrue();
    assertThat(isSuppressed(suppression("NUM-001", "./de/chapter1.html", null, null))).isTrue();
    assertThat(isSuppressed(suppression("NUM-001", "hapter1.html", null, null))).isFalse();
    assertThat(isSuppressed(suppression("NUM-001", "fr/*.html", null, null))).isFalse();
    assertThat(isSuppressed(suppression("NUM-001", null, "html#p7", null))).isTrue();
    assertThat(isSuppressed(suppression("NUM-001", null, "*#p7", null))).isTrue();
    assertThat(isSuppressed(suppression("NUM-001", null, "html#p", null))).isFalse();
    assertThat(isSuppressed(suppression("NUM-001", null, null, "Route 66"))).isTrue();
    assertThat(isSuppressed(suppression("NUM-001", null, null, "Straße"))).isTrue();
    assertThat(isSuppressed(suppression("NUM-001", null, null, "Route 67"))).isFalse();
  }

  @Test
  void keepsTheReason() {
    assertThat(apply(suppressions(suppression("NUM-001", null, null, null))).suppressed())
        .contains("it is a song");
  }

  @Test
  void tellsWhatIsOfNoUseAnyMore() {
    Suppressions suppressions =
        suppressions(
            suppression("NUM-001", null, null, null),
            suppression("LEN-001", "chapter1.html", null, null),
            suppression("LEN-001", "another.html", null, null));

    apply(suppressions);

    assertThat(suppressions.unused())
        .containsExactly("LEN-001/chapter1.html: suppresses nothing any more; remove it");
  }

  @Test
  void holdsToTheEndOfItsLastDay() {
    assertThat(isSuppressed(until(TODAY))).isTrue();
    assertThat(isSuppressed(until(TODAY.minusDays(1)))).isFalse();
  }

  @Test
  void tellsWhatHasEndedAndCountsAgain() {
    Suppressions suppressions = suppressions(until(TODAY.minusDays(1)));

    apply(suppressions);

    assertThat(suppressions.unused())
        .singleElement()
        .asString()
        .contains("has ended on 2030-05-31");
  }

  private static boolean isSuppressed(Suppression suppression) {
    return apply(suppressions(suppression)).isSuppressed();
  }

  private static Finding apply(Suppressions suppressions) {
    return suppressions.apply(
        new Finding("NUM-001", Severity.WARNING, "the number 66 is missing"),
        FILE,
        "html#p7",
        "Route 66",
        "die Straße");
  }

  private static Suppressions suppressions(Suppression... all) {
    return new Suppressions(List.of(all), TODAY);
  }

  private static Suppression until(LocalDate day) {
    return new Suppression(
        "NUM-001",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "for now",
        Optional.of(day),
        "place");
  }

  private static Suppression suppression(String check, String file, String segment, String text) {
    return new Suppression(
        check,
        Optional.ofNullable(file),
        Optional.ofNullable(segment),
        Optional.ofNullable(text),
        "it is a song",
        Optional.empty(),
        check + "/" + file);
  }
}
