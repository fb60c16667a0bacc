package dev.yiben.formats.cue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.SubtitleOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTrackTest {

  private static TimedCue cue(int number, String text, long start, long end) {
    CueText shown = new CueText(0, 0, 0, 0, CodedText.of(text));
    return new TimedCue(new SegmentId("cue/" + number), shown, start, end, Optional.empty());
  }

  private static List<Segment> track(FormatOptions options, long... times) {
    List<TimedCue> cues = new ArrayList<>();
    for (int i = 0; i < times.length; i += 2) {
      cues.add(cue(i, "Text.", times[i], times[i + 1]));
    }
    return CueTrack.segments(cues, options);
  }

  @Test
  void beginsASceneAfterALongPause() {
    long[] times = {0, 1_000, 61_000, 62_000, 122_001, 123_000};
    assertThat(track(FormatOptions.DEFAULT, times))
        .extracting(Segment::stream)
        .containsExactly("scene/1", "scene/1", "scene/2");
    SubtitleOptions short_ = SubtitleOptions.DEFAULT.withSceneGap(Duration.ofSeconds(10));
    assertThat(track(FormatOptions.DEFAULT.with(short_), times))
        .extracting(Segment::stream)
        .containsExactly("scene/1", "scene/2", "scene/3");
  }

  @Test
  void tellsScenesByTimeWhateverTheOrder() {
    assertThat(track(FormatOptions.DEFAULT, 0, 1_000, 40_000, 41_000, 20_000, 21_000))
        .extracting(Segment::stream)
        .containsOnly("scene/1");
    assertThat(track(FormatOptions.DEFAULT, 0, 1_000, 400_000, 401_000, 2_000, 3_000))
        .extracting(Segment::stream)
        .containsExactly("scene/1", "scene/2", "scene/3");
  }

  @Test
  void measuresPauses() {
    assertThat(track(FormatOptions.DEFAULT, 500, 2_000, 2_500, 9_000, 3_000, 4_000, 10_000, 11_000))
        .extracting(segment -> segment.hints().pauseMillis())
        .containsExactly(0L, 500L, 0L, 1_000L);
  }

  @Test
  void limitsTextsIntoALanguageOnly() {
    assertThat(track(FormatOptions.DEFAULT, 0, 1_000).get(0).hints().limit()).isEmpty();
    assertThat(track(FormatOptions.DEFAULT.into("zh"), 0, 1_000).get(0).hints().limit())
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When the storm came|the keeper was gone.|true",
        "When the storm came,|Mary was gone.|true",
        "When the storm came|I'm sure he was gone.|true",
        "The old lighthouse|Who are you?|false",
        "The storm came.|the keeper was gone.|false",
        "The storm came?!”|Then he left.|false",
        "The storm came...|and went.|true",
        "The storm came…|Then it went.|false",
        "The storm came|- The keeper was gone.|false",
        "The storm came|MARY: It went.|false",
        "The storm came|♪ la la ♪|false",
        "暴风雨来的时候|守塔人不在。|true",
        "暴风雨来了。|守塔人不在。|false",
      })
  void seesWhetherASentenceGoesOn(String first, String second, boolean goesOn) {
    List<Segment> segments =
        CueTrack.segments(
            List.of(
                cue(1, first, 0, 1_000),
                cue(2, second, 1_500, 2_500),
                cue(3, "The end.", 9_000, 9_500)),
            FormatOptions.DEFAULT);
    assertThat(segments.get(0).hints().continues()).isEqualTo(goesOn);
    assertThat(segments.get(2).hints().continues()).isFalse();
  }

  @Test
  void seesNoSentencesWhereNoneAreMarked() {
    List<Segment> segments =
        CueTrack.segments(
            List.of(cue(1, "你在哪里", 0, 1_000), cue(2, "我在这儿", 1_000, 2_000)), FormatOptions.DEFAULT);
    assertThat(segments.get(0).hints().continues()).isFalse();
  }

  @Test
  void endsSentencesAtPauses() {
    List<Segment> segments =
        CueTrack.segments(
            List.of(cue(1, "The storm", 0, 1_000), cue(2, "came at last.", 4_000, 5_000)),
            FormatOptions.DEFAULT);
    assertThat(segments.get(0).hints().continues()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "MARY: Hello|MARY",
        "DR. O'NEIL #2: Hello|DR. O'NEIL #2",
        "- JOHN: No|JOHN",
        ">> ANCHOR: Now|ANCHOR",
        "[Mary] Hello|Mary",
        "[Mary Ann]: Hello|Mary Ann",
        "【玛丽】你好|玛丽",
        "Remember: go|-",
        "[door slams] Hello|-",
        "[Sighs] Hello|-",
        "[Laughing] Hello|-",
        "[Mary]|-",
        "At 12:30 we go|-",
      })
  void knowsSpeakersByLabels(String text, String speaker) {
    assertThat(Speakers.label(text)).isEqualTo(Optional.ofNullable(speaker));
  }
}
