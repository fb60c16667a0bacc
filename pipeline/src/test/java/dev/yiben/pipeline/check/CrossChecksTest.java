package dev.yiben.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrossChecksTest {
  private final List<CheckedSegment> segments = new ArrayList<>();

  private CrossChecksTest add(Role role, String stream, String source, String target) {
    segments.add(
        new CheckedSegment(
            new Segment(new SegmentId("s" + segments.size()), CodedText.of(source), role, stream),
            CodedText.of(target),
            Optional.of("en"),
            "zh",
            List.of()));
    return this;
  }

  private CrossChecksTest label(String source, String target) {
    return add(Role.HEADING, "a", source, target);
  }

  private CrossChecksTest text(String source, String target) {
    return add(Role.PARAGRAPH, "a", source, target);
  }

  private List<String> found() {
    List<String> found = new ArrayList<>();
    QaChecks.all(Map.of())
        .checkTogether(segments)
        .forEach((at, findings) -> findings.forEach(f -> found.add(at + " " + f.id())));
    return found;
  }

  @Test
  void findsLabelsThatAreTranslatedOtherwiseThanMostAre() {
    label("Options", "设置").label("Options", "选项").label("Options", "选项");

    assertThat(found()).containsExactly("0 CON-001");
    assertThat(QaChecks.all(Map.of()).checkTogether(segments).get(0).get(0).message())
        .contains("选项")
        .contains("s1");
  }

  @Test
  void findsSentencesThatAreTranslatedOtherwiseButThinksLessOfIt() {
    text("I think so.", "我想是的。").text("Hm.", "嗯。").text("I think so.", "大概吧。");

    assertThat(found()).containsExactly("2 CON-002");
    assertThat(QaChecks.all(Map.of()).checkTogether(segments).get(2).get(0).severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void letsEqualTranslationsPassWhateverTheirSpaces() {
    label("Options", "选项").label("Options ", " 选项").text("Options", "设置");

    assertThat(found()).isEmpty();
  }

  @Test
  void findsOneTranslationOfDifferentTexts() {
    text("The lighthouse keeper went home.", "守塔人回到了自己的家里。")
        .text("Yes.", "是。")
        .text("The baker stayed in his shop.", "守塔人回到了自己的家里。");

    assertThat(found()).containsExactly("2 CON-003");
  }

  @Test
  void letsOneTranslationOfShortOrAlikeTextsPass() {
    text("Yes.", "好。").text("Fine.", "好。");
    text("The keeper went home!", "守塔人回到了自己的家里。").text("the keeper went home", "守塔人回到了自己的家里。");

    assertThat(found()).isEmpty();
  }

  @Test
  void findsTheTranslationOfTheNeighbour() {
    text("The lighthouse keeper went home.", "守塔人回到了自己的家里。")
        .text("Outside it began to snow.", "守塔人回到了自己的家里。");

    assertThat(found()).contains("1 DBL-001");
  }

  @Test
  void findsTheTranslationOfTheNeighbourBesidesItsOwn() {
    text("The lighthouse keeper went home.", "守塔人回到了自己的家里。外面开始下起了大雪。")
        .text("Outside it began to snow.", "外面开始下起了大雪。");

    assertThat(found()).containsExactly("0 DBL-002");
  }

  @Test
  void letsNeighboursPassWhoseSourcesAreAlikeOrThatAreOfOtherStreams() {
    text("Are you sure that you want to skip?", "您确定要跳过这些对话吗？")
        .text("Are you sure that you want to skip to the end?", "您确定要跳过这些对话吗？一直到最后？");
    add(Role.PARAGRAPH, "b", "The lighthouse keeper went home.", "守塔人回到了自己的家里。外面开始下起了大雪。");
    add(Role.PARAGRAPH, "c", "Outside it began to snow.", "外面开始下起了大雪。");

    assertThat(found()).isEmpty();
  }

  @Test
  void areNotMadeForAnswersThatAreNoTranslations() {
    label("Options", "设置").label("Options", "选项");

    assertThat(QaChecks.structural().checkTogether(segments)).isEmpty();
    assertThat(QaChecks.all(Map.of("CON-001", Severity.OFF)).checkTogether(segments)).isEmpty();
  }
}
