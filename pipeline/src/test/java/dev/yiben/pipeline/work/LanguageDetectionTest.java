package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectionTest {
  private final LanguageDetection detection = new LanguageDetection();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; The old keeper climbs the stairs every night and lights the lamp before the ships come.",
        "fr; Le vieux gardien monte chaque soir les escaliers et allume la lampe avant les navires."
            + " Les enfants dorment déjà à la maison, et le vent souffle plus fort qu'hier.",
        "de; Der alte Wärter steigt jede Nacht die Treppe hinauf und zündet das Licht für die Schiffe"
            + " an. Die Kinder schlafen schon zu Hause, und der Wind ist stärker als gestern.",
        "ru; Старый смотритель каждую ночь поднимается по лестнице и зажигает лампу для кораблей.",
        "ja; 年老いた灯台守は毎晩階段を上り、船が来る前に灯りをともす。海は静かで、月はまだ出ていない。" + "子どもたちは家で眠っている。風が強くなった。",
        "zh; 年老的守塔人每天晚上都爬上楼梯，在船只到来之前点亮灯火。大海很安静，月亮还没有出来。孩子们在家里睡觉。风变大了。鸟儿飞走了。",
        "''; Yes. No.",
      })
  void knowsALanguageWhereItIsClear(String expected, String text) {
    Segment segment = new Segment(new SegmentId("s"), CodedText.of(text), Role.PARAGRAPH, "stream");
    assertThat(detection.detect(List.of(segment)).orElse("")).isEqualTo(expected);
  }
}
