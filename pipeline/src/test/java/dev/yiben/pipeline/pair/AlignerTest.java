package dev.yiben.pipeline.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignerTest {
  @Test
  void nothingIsAlignedWithNothing() {
    assertThat(align(List.of(), List.of())).isEmpty();
    assertThat(align(texts(2), List.of()))
        .containsExactly(new Bead(0, 1, 0, 0), new Bead(1, 1, 0, 0));
    assertThat(align(List.of(), texts(1))).containsExactly(new Bead(0, 0, 0, 1));
  }

  @Test
  void everySegmentIsInOneBeadHoweverUnlikeTheSidesAre() {
    for (int sources : new int[] {1, 3, 40, 900}) {
      for (int targets : new int[] {1, 7, 300, 2000}) {
        List<Bead> beads = align(texts(sources), texts(targets));

        assertThat(beads.stream().mapToInt(Bead::sources).sum()).isEqualTo(sources);
        assertThat(beads.stream().mapToInt(Bead::targets).sum()).isEqualTo(targets);
        int source = 0;
        int target = 0;
        for (Bead bead : beads) {
          assertThat(bead.source()).isEqualTo(source);
          assertThat(bead.target()).isEqualTo(target);
          source += bead.sources();
          target += bead.targets();
        }
      }
    }
  }

  @Test
  void findsOmissionsAnywhere() {
    List<String> texts = texts(500);
    List<String> fewer = new ArrayList<>(texts);
    List<Integer> gone = List.of(0, 17, 18, 250, 499);
    for (int i = gone.size() - 1; i >= 0; i--) {
      fewer.remove((int) gone.get(i));
    }

    List<Integer> alone =
        align(texts, fewer).stream().filter(bead -> bead.targets() == 0).map(Bead::source).toList();

    assertThat(alone).isEqualTo(gone);
  }

  @Test
  void alignsLongDocumentsInSeconds() {
    List<String> texts = texts(20_000);

    List<Bead> beads =
        assertTimeout(Duration.ofSeconds(60), () -> align(texts, texts.subList(300, 20_000)));

    assertThat(beads.stream().filter(bead -> bead.targets() == 0)).hasSize(300);
  }

  private static List<Bead> align(List<String> sources, List<String> targets) {
    List<Traits> some = traits(sources);
    List<Traits> others = traits(targets);
    return Aligner.align(some, others, Likeness.of(some, others));
  }

  private static List<Traits> traits(List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(
            i ->
                Traits.of(
                    new Segment(
                        new SegmentId("p" + i), CodedText.of(texts.get(i)), Role.PARAGRAPH, "")))
        .toList();
  }

  /** Texts of different lengths and without words or numbers, the same each time. */
  private static List<String> texts(int count) {
    Random random = new Random(7);
    return random.ints(count, 2, 90).mapToObj("ä "::repeat).toList();
  }
}
