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
import org.junit.jupiter.api.Test;

class StreamCutterTest {
  private static final int TOKENS = 10;

  private final StreamCutter cutter = new StreamCutter(100);

  @Test
  void leavesShortStreamsWhole() {
    assertThat(sizes(19, Set.of(5, 9))).containsExactly(19);
  }

  @Test
  void cutsBeforeTheFirstHeadingOfALongPart() {
    assertThat(sizes(50, Set.of(0, 4, 12, 18, 30))).containsExactly(12, 18, 20);
  }

  @Test
  void cutsBetweenSegmentsWhereNoHeadingComes() {
    assertThat(sizes(70, Set.of())).containsExactly(30, 30, 10);
  }

  @Test
  void cutsBeforeTheLongestPauseWhereNoHeadingComes() {
    List<PlannedSegment> stream =
        BatchPlannerTest.stream(
            70,
            Map.of(
                12, SegmentHints.NONE.withPause(9000),
                24, SegmentHints.NONE.withPause(3000),
                28, SegmentHints.NONE.withPause(1000)));
    assertThat(cutter.cut(stream)).extracting(List::size).containsExactly(24, 30, 16);
  }

  @Test
  void leavesAShortRestWithItsPart() {
    assertThat(sizes(39, Set.of(30))).containsExactly(39);
  }

  @Test
  void losesNothing() {
    List<PlannedSegment> stream = stream(137, Set.of(3, 50, 51, 99));
    List<PlannedSegment> joined = new ArrayList<>();
    cutter.cut(stream).forEach(joined::addAll);
    assertThat(joined).isEqualTo(stream);
  }

  private List<Integer> sizes(int count, Set<Integer> headings) {
    return cutter.cut(stream(count, headings)).stream().map(List::size).toList();
  }

  private static List<PlannedSegment> stream(int count, Set<Integer> headings) {
    List<PlannedSegment> stream = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Role role = headings.contains(i) ? Role.HEADING : Role.PARAGRAPH;
      SegmentId id = new SegmentId("s" + i);
      Segment segment = new Segment(id, CodedText.builder().text("text").build(), role, "one");
      stream.add(
          new PlannedSegment(i, segment, TOKENS, List.of(), new SegmentKey(id, "source", "set")));
    }
    return stream;
  }
}
