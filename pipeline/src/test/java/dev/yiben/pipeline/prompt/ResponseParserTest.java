package dev.yiben.pipeline.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseParserTest {
  @Test
  void readsNumberedLines() {
    ParsedResponse response = numbered("1|一\n2| 二 \n3|三|3", 3, "");
    assertThat(response.texts())
        .containsEntry(1, "一")
        .containsEntry(2, "二")
        .containsEntry(3, "三|3");
    assertThat(response.faults()).isEmpty();
    assertThat(response.reached()).isEqualTo(3);
  }

  @Test
  void findsTheMissingLine() {
    ParsedResponse response = numbered("1|一\n3|三", 3, "");
    assertThat(response.texts()).containsOnlyKeys(1, 3);
    assertThat(response.faults()).containsOnlyKeys(2);
  }

  @Test
  void doubtsALineThatCameTwiceDifferently() {
    ParsedResponse response = numbered("1|一\n2|二\n2|贰\n3|三", 3, "");
    assertThat(response.texts()).containsOnlyKeys(1, 3);
    assertThat(response.faults()).containsOnlyKeys(2);
  }

  @Test
  void doubtsALineThatGoesOnAfterALineEnd() {
    ParsedResponse response = numbered("1|一\nmore\n2|二", 2, "");
    assertThat(response.texts()).containsOnlyKeys(2);
    assertThat(response.faults()).containsOnlyKeys(1);
  }

  @Test
  void knowsWhichLinesWereNeverReached() {
    ParsedResponse response = numbered("1|一\n2|二二二", 5, "it was cut off");
    assertThat(response.texts()).containsOnlyKeys(1);
    assertThat(response.faults()).containsOnlyKeys(2).containsValue("it was cut off");
    assertThat(response.reached()).isEqualTo(2);
  }

  @Test
  void anAnswerCutOffBeforeItsFirstLineFailedAtThatLine() {
    ParsedResponse response = numbered("<think>and so on", 2, "it was cut off");
    assertThat(response.reached()).isEqualTo(1);
    assertThat(response.faults()).containsOnlyKeys(1);
  }

  @Test
  void ignoresLinesThatWereNotAskedFor() {
    ParsedResponse response = numbered("0|零\n1|一\n2|二\n7|七", 2, "");
    assertThat(response.texts()).containsOnlyKeys(1, 2);
    assertThat(response.faults()).isEmpty();
  }

  @Test
  void plainLinesBelongToTheirSourcesByTheirPlace() {
    ParsedResponse response = plain("\n一\n 二\n三\n\n", 3, "");
    assertThat(response.texts()).containsValues("一", "二", "三").containsOnlyKeys(1, 2, 3);
    assertThat(response.faults()).isEmpty();
  }

  @Test
  void plainLinesMayStandApart() {
    assertThat(plain("```\n一\n\n二\n```", 2, "").texts())
        .containsEntry(1, "一")
        .containsEntry(2, "二");
  }

  @Test
  void aBlankPlainLineAmongTheRightNumberIsMissing() {
    ParsedResponse response = plain("一\n \n三", 3, "");
    assertThat(response.texts()).containsOnlyKeys(1, 3);
    assertThat(response.faults()).containsOnlyKeys(2);
  }

  @Test
  void plainLinesOfAnotherNumberAreAllRefused() {
    for (String answer : List.of("", "一", "一\n二\n三")) {
      ParsedResponse response = plain(answer, 2, "");
      assertThat(response.texts()).isEmpty();
      assertThat(response.faults()).containsOnlyKeys(1, 2);
      assertThat(response.reached()).isEqualTo(2);
    }
  }

  @Test
  void plainLinesBeforeACutAreKept() {
    ParsedResponse response = plain("一\n二\n三三", 5, "it was cut off");
    assertThat(response.texts()).containsOnlyKeys(1, 2);
    assertThat(response.faults()).containsOnlyKeys(3).containsValue("it was cut off");
    assertThat(response.reached()).isEqualTo(3);
    assertThat(plain("", 5, "it was cut off").reached()).isEqualTo(1);
  }

  @Test
  void plainLinesAfterABlankOneAreDoubtfulInAnAnswerThatWasCutOff() {
    ParsedResponse response = plain("一\n\n二\n三", 5, "it was cut off");
    assertThat(response.texts()).containsOnlyKeys(1);
    assertThat(response.reached()).isEqualTo(2);
  }

  @Test
  void plainLinesThatGoOnWithoutEndAreAllRefused() {
    assertThat(plain("一\n二\n三", 2, "it repeats itself").texts()).isEmpty();
  }

  private static ParsedResponse numbered(String answer, int count, String interrupted) {
    return ResponseParser.parse(LineForm.NUMBERED, answer, count, interrupted);
  }

  private static ParsedResponse plain(String answer, int count, String interrupted) {
    return ResponseParser.parse(LineForm.PLAIN, answer, count, interrupted);
  }

  @Test
  void nothingAtAllIsMissing() {
    assertThat(numbered("", 2, "").faults()).containsOnlyKeys(1, 2);
  }
}
