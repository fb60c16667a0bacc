package dev.yiben.formats.cue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.LineWrap;
import dev.yiben.formats.format.SubtitleOptions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingRoomTest {
  private static final CodedText SHORT = CodedText.of("The lamp is lit.");

  private static FormatOptions options(int perLine, int perSecond, int lines) {
    return FormatOptions.DEFAULT.with(
        SubtitleOptions.DEFAULT
            .withCharactersPerLine(OptionalInt.of(perLine))
            .withCharactersPerSecond(OptionalInt.of(perSecond))
            .withLines(lines));
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 32, 18",
    "zh-Hant-TW, 32, 18",
    "ja, 46, 8",
    "ko, 32, 24",
    "th, 35, 17",
    "hi, 42, 22",
    "en-GB, 42, 20",
    "ar, 42, 20",
    "de, 42, 17",
    "x-nonsense, 42, 17",
  })
  void knowsWhatIsUsualInALanguage(String language, int lineColumns, int columnsPerSecond) {
    assertThat(ReadingRoom.of(language, FormatOptions.DEFAULT))
        .isEqualTo(new ReadingRoom(lineColumns, columnsPerSecond, 2));
  }

  @Test
  void followsTheOptions() {
    assertThat(ReadingRoom.of("zh", options(20, 5, 3))).isEqualTo(new ReadingRoom(40, 10, 3));
    assertThat(ReadingRoom.of("de", options(20, 0, 1))).isEqualTo(new ReadingRoom(20, 0, 1));
    assertThat(ReadingRoom.of("zh", FormatOptions.DEFAULT.with(LineWrap.at(30))).lineColumns())
        .isEqualTo(30);
    assertThat(ReadingRoom.of("zh", FormatOptions.DEFAULT.with(LineWrap.OFF)).lineColumns())
        .isZero();
  }

  @Test
  void limitsByTimeOrBySpaceWhicheverIsLess() {
    ReadingRoom room = ReadingRoom.of("de", FormatOptions.DEFAULT);
    assertThat(room.limit(SHORT, 2_000)).contains(new LengthLimit(34, 42, 2));
    assertThat(room.limit(SHORT, 20_000)).contains(new LengthLimit(84, 42, 2));
    assertThat(room.limit(SHORT, 0)).contains(new LengthLimit(84, 42, 2));
  }

  @Test
  void leavesHalfALineAtLeast() {
    assertThat(ReadingRoom.of("de", FormatOptions.DEFAULT).limit(CodedText.of("No!"), 200))
        .contains(new LengthLimit(21, 42, 2));
    assertThat(ReadingRoom.of("zh", FormatOptions.DEFAULT).limit(CodedText.of("No!"), 200))
        .contains(new LengthLimit(16, 32, 2));
  }

  @Test
  void growsWithASourceThatIsFasterThanUsual() {
    // 68 columns in two seconds are twice what can be read of them.
    CodedText fast = CodedText.of("x".repeat(68));
    assertThat(ReadingRoom.of("de", FormatOptions.DEFAULT).limit(fast, 2_000))
        .contains(new LengthLimit(68, 42, 2));
    assertThat(ReadingRoom.of("zh", FormatOptions.DEFAULT).limit(fast, 2_000))
        .contains(new LengthLimit(64, 32, 2));
  }

  @Test
  void growsWithASourceThatIsLongerThanUsual() {
    CodedText chinese = CodedText.of("灯".repeat(64));
    assertThat(ReadingRoom.of("en", FormatOptions.DEFAULT).limit(chinese, 0))
        .contains(new LengthLimit(168, 42, 2));
  }

  @Test
  void countsTheLinesOfSpeakers() {
    CodedText.Builder three = CodedText.builder();
    three.text("- a").standalone("\n", "\n").text("- b").standalone("\n", "\n").text("- c");
    assertThat(ReadingRoom.of("en", FormatOptions.DEFAULT).limit(three.build(), 0))
        .contains(new LengthLimit(126, 42, 3));
  }

  @Test
  void hasNoLimitWhereTheOptionsSaySo() {
    assertThat(ReadingRoom.of("en", options(0, 0, 2)).limit(SHORT, 1_000)).isEmpty();
    assertThat(ReadingRoom.of("en", options(0, 10, 2)).limit(SHORT, 3_000))
        .get()
        .extracting(LengthLimit::columns)
        .isEqualTo(30);
  }
}
