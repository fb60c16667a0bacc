package dev.yiben.pipeline.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponseParserTest {
  @Test
  void readsNumberedLines() {
    ParsedResponse response = ResponseParser.parse("1|一\n2| 二 \n3|三|3", 3, "");
    assertThat(response.texts())
        .containsEntry(1, "一")
        .containsEntry(2, "二")
        .containsEntry(3, "三|3");
    assertThat(response.faults()).isEmpty();
    assertThat(response.reached()).isEqualTo(3);
  }

  @Test
  void findsTheMissingLine() {
    ParsedResponse response = ResponseParser.parse("1|一\n3|三", 3, "");
    assertThat(response.texts()).containsOnlyKeys(1, 3);
    assertThat(response.faults()).containsOnlyKeys(2);
  }

  @Test
  void doubtsALineThatCameTwiceDifferently() {
    ParsedResponse response = ResponseParser.parse("1|一\n2|二\n2|贰\n3|三", 3, "");
    assertThat(response.texts()).containsOnlyKeys(1, 3);
    assertThat(response.faults()).containsOnlyKeys(2);
  }

  @Test
  void doubtsALineThatGoesOnAfterALineEnd() {
    ParsedResponse response = ResponseParser.parse("1|一\nmore\n2|二", 2, "");
    assertThat(response.texts()).containsOnlyKeys(2);
    assertThat(response.faults()).containsOnlyKeys(1);
  }

  @Test
  void knowsWhichLinesWereNeverReached() {
    ParsedResponse response = ResponseParser.parse("1|一\n2|二二二", 5, "it was cut off");
    assertThat(response.texts()).containsOnlyKeys(1);
    assertThat(response.faults()).containsOnlyKeys(2).containsValue("it was cut off");
    assertThat(response.reached()).isEqualTo(2);
  }

  @Test
  void anAnswerCutOffBeforeItsFirstLineFailedAtThatLine() {
    ParsedResponse response = ResponseParser.parse("<think>and so on", 2, "it was cut off");
    assertThat(response.reached()).isEqualTo(1);
    assertThat(response.faults()).containsOnlyKeys(1);
  }

  @Test
  void ignoresLinesThatWereNotAskedFor() {
    ParsedResponse response = ResponseParser.parse("0|零\n1|一\n2|二\n7|七", 2, "");
    assertThat(response.texts()).containsOnlyKeys(1, 2);
    assertThat(response.faults()).isEmpty();
  }

  @Test
  void nothingAtAllIsMissing() {
    assertThat(ResponseParser.parse("", 2, "").faults()).containsOnlyKeys(1, 2);
  }
}
