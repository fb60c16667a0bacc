package dev.yiben.formats.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBalancerTest {

  private static List<String> lines(String language, String text, int columns, int most) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int cut : new LineBalancer(language).cuts(text, columns, most, place -> true)) {
      lines.add(text.substring(start, cut).stripTrailing());
      start = cut;
    }
    lines.add(text.substring(start));
    return lines;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|42|The keeper climbs the stairs/of the lighthouse once more.",
        "en|42|I told you. The storm is coming/and the boats are still out at sea.",
        "en|42|Nobody answered, so he went down/to the sea and waited there.",
        "de|42|Der Leuchtturmwärter steigt noch/einmal die Treppe zu der Lampe hinauf.",
        "fr|42|Le gardien du phare monte encore/une fois l'escalier de la vieille tour.",
        "ru|42|Смотритель маяка ещё раз поднялся/по лестнице и посмотрел на море.",
        "zh|32|守塔人又一次爬上了灯塔的楼梯，/他想看看海上的船。",
        "zh|32|守塔人又一次爬上了灯塔/里那条长长的楼梯去看海",
        "ja|46|灯台守はもう一度灯台の階段を上りました、/それから海をじっと見つめていました。",
        "ja|26|灯台守はもう一度灯台の/階段を上って海を見た。",
        "th|35|คนเฝ้าประภาคารขึ้นบันได/อีกครั้งเพื่อดูเรือในทะเล",
        "ar|42|صعد حارس المنارة الدرج مرة أخرى/ونظر إلى البحر، ثم عاد إلى بيته.",
        "he|42|שומר המגדלור טיפס שוב במדרגות/והביט אל הים, ואז חזר הביתה.",
        "ko|32|등대지기는 다시 한 번 계단을/올라가서 바다를 바라보았다.",
        "en|10|a/Donaudampfschifffahrtsgesellschaft",
      })
  void cutsWhereAReaderPauses(String language, int columns, String expected) {
    String[] lines = expected.split("/");
    assertThat(lines(language, joined(lines), columns, 2)).containsExactly(lines);
  }

  private static String joined(String[] lines) {
    StringBuilder text = new StringBuilder(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      text.append(LineJoint.between(text, lines[i])).append(lines[i]);
    }
    return text.toString();
  }

  @Test
  void leavesAloneWhatFits() {
    assertThat(lines("en", "The lamp is lit. Go home.", 25, 2)).hasSize(1);
    assertThat(lines("en", "The lamp is lit. Go home.", 24, 2)).hasSize(2);
    assertThat(lines("en", "The lamp is lit. Go home.", 24, 1)).hasSize(1);
  }

  @Test
  void makesLongerLinesRatherThanMore() {
    String text = "one two three four five six seven eight nine ten";
    assertThat(lines("en", text, 10, 2))
        .containsExactly("one two three four five", "six seven eight nine ten");
    assertThat(lines("en", text, 20, 3))
        .containsExactly("one two three four", "five six seven", "eight nine ten");
    assertThat(lines("en", text, 10, 100)).allMatch(line -> line.length() <= 10);
  }

  @Test
  void neverCutsWhereJoiningWouldChangeTheText() {
    assertThat(lines("en", "wait  here for the very long  train", 20, 2))
        .containsExactly("wait  here for the", "very long  train");
    assertThat(lines("en", "one\u00A0two\u00A0three\u00A0four\u00A0five", 10, 2)).hasSize(1);
  }

  @Test
  void cutsHugeTextsInLittleTime() {
    String text = "word ".repeat(20_000).strip();
    assertTimeout(
        Duration.ofSeconds(10), () -> assertThat(lines("en", text, 42, 100)).hasSize(100));
  }
}
