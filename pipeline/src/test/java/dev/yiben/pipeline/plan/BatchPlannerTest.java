package dev.yiben.pipeline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.document.SegmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchPlannerTest {
  private static final SegmentHints PLAIN = SegmentHints.NONE;

  private final BatchPlanner planner = new BatchPlanner(1000, 12);

  @Test
  void fillsBatchesWhereNothingIsKnown() {
    assertThat(sizes(stream(30, Map.of()))).containsExactly(12, 12, 6);
  }

  @Test
  void endsAFullBatchBeforeTheLongestPauseOfItsLastThird() {
    // The pause before the sixth is not in the last third of the first batch.
    List<PlannedSegment> stream =
        stream(
            30,
            Map.of(
                5, PLAIN.withPause(9000),
                9, PLAIN.withPause(2000),
                10, PLAIN.withPause(500),
                20, PLAIN.withPause(100)));
    assertThat(sizes(stream)).containsExactly(9, 11, 10);
  }

  @Test
  void doesNotCutASentence() {
    List<PlannedSegment> stream =
        stream(
            14,
            Map.of(
                10, PLAIN.withContinues(true),
                11, PLAIN.withPause(5000).withContinues(true),
                12, PLAIN.withPause(5000)));
    assertThat(sizes(stream)).containsExactly(10, 4);
  }

  @Test
  void cutsASentenceThatIsLongerThanABatch() {
    Map<Integer, SegmentHints> all =
        IntStream.range(0, 30)
            .boxed()
            .collect(Collectors.toMap(i -> i, i -> PLAIN.withContinues(true)));
    assertThat(sizes(stream(30, all))).containsExactly(12, 12, 6);
  }

  @Test
  void countsTokensAnewAfterAnEarlierCut() {
    List<PlannedSegment> stream = stream(40, Map.of(8, PLAIN.withPause(700)));
    assertThat(new BatchPlanner(100, 64).plan(stream, Set.of()))
        .allSatisfy(batch -> assertThat(batch.tokens()).isLessThanOrEqualTo(100))
        .extracting(batch -> batch.segments().size())
        .containsExactly(8, 10, 10, 10, 2);
  }

  @Test
  void beginsAnewAfterManyThatAreTranslatedAlready() {
    List<PlannedSegment> stream = new ArrayList<>(stream(20, Map.of()));
    stream.subList(4, 10).clear();
    Set<Integer> translated = Set.of(4, 5, 6, 7, 8, 9);
    assertThat(planner.plan(stream, translated))
        .extracting(batch -> batch.segments().size())
        .containsExactly(4, 10);
    assertThat(planner.plan(stream, Set.of(4, 5, 6, 7)))
        .extracting(batch -> batch.segments().size())
        .containsExactly(12, 2);
  }

  @Test
  void aSegmentThatIsTooLongStandsAlone() {
    assertThat(new BatchPlanner(5, 12).plan(stream(3, Map.of()), Set.of())).hasSize(3);
  }

  private List<Integer> sizes(List<PlannedSegment> stream) {
    return planner.plan(stream, Set.of()).stream().map(batch -> batch.segments().size()).toList();
  }

  static List<PlannedSegment> stream(int count, Map<Integer, SegmentHints> hints) {
    List<PlannedSegment> stream = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SegmentId id = new SegmentId("s" + i);
      Segment segment =
          new Segment(id, CodedText.of("text"), Role.CUE, "one").with(hints.getOrDefault(i, PLAIN));
      stream.add(new PlannedSegment(i, segment, 10, List.of(), new SegmentKey(id, "", "")));
    }
    return stream;
  }
}
