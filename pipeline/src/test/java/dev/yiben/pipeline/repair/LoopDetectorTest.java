package dev.yiben.pipeline.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.pipeline.prompt.LineForm;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopDetectorTest {
  @Test
  void stopsALineThatRepeatsItself() {
    assertThat(stopsAt("the source is of some length, as sentences are", "好的，".repeat(1000)))
        .isBetween(47, 60);
    assertThat(stopsAt("the source is of some length, as sentences are", "哈".repeat(1000)))
        .isBetween(47, 60);
  }

  @Test
  void stopsALineThatIsFarTooLong() {
    StringBuilder endless = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      endless.append(i).append('x');
    }
    assertThat(stopsAt("short", endless.toString())).isLessThan(300);
  }

  @Test
  void letsPassWhatTheSourceRepeatsToo() {
    assertThat(stopsAt("-".repeat(60), "-".repeat(60))).isEqualTo(-1);
  }

  @Test
  void letsPassOrdinaryTextAndShortRuns() {
    assertThat(stopsAt("He laughed: ha ha ha ha ha ha ha ha!", "他笑了：哈哈哈哈哈哈哈哈哈哈哈哈！")).isEqualTo(-1);
  }

  @Test
  void countsEveryLineAnew() {
    LoopDetector detector = new LoopDetector(LineForm.NUMBERED, List.of("one", "two"));
    assertThat(detector.onText("1|" + "哈".repeat(40) + "\n2|" + "哈".repeat(40))).isTrue();
    assertThat(detector.looped()).isFalse();
  }

  private static int stopsAt(String source, String answer) {
    LoopDetector detector = new LoopDetector(LineForm.NUMBERED, List.of(source));
    for (int i = 0; i < answer.length(); i++) {
      if (!detector.onText(answer.substring(i, i + 1))) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void watchesJsonAsAWhole() {
    List<String> sources = Collections.nCopies(12, "A sentence of some length stands here.");
    LoopDetector detector = new LoopDetector(LineForm.JSON, sources);
    assertThat(detector.onText(LineForm.JSON.answer(sources).replace(",", ",\n  "))).isTrue();
    assertThat(detector.onText("la ".repeat(40))).isFalse();
  }

  @Test
  void forgetsAnAnswerThatBrokeOff() {
    LoopDetector detector = new LoopDetector(LineForm.NUMBERED, List.of("one", "two"));
    detector.onText("1|a\n2|" + "la ".repeat(40));
    detector.onRestart();
    assertThat(detector.looped()).isFalse();
    assertThat(detector.onText("1|一\n2|二")).isTrue();
  }
}
