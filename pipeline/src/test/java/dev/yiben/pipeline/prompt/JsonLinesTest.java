package dev.yiben.pipeline.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  @Test
  void namesEveryLineInTheSchema() {
    assertThat(JsonLines.schema(2).schema())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"1\":{\"type\":\"string\"},"
                + "\"2\":{\"type\":\"string\"}},\"required\":[\"1\",\"2\"],"
                + "\"additionalProperties\":false}");
  }

  @Test
  void readsWhatItWrites() {
    List<String> texts = List.of("一 \"二\"", "⟦1⟧三\\⟦/1⟧", "𠀋");
    ParsedResponse response = parse(LineForm.JSON.answer(texts), 3);
    assertThat(response.texts().values()).containsExactlyElementsOf(texts);
    assertThat(response.faults()).isEmpty();
  }

  @Test
  void readsPrettyJsonInAFenceWithTalkAround() {
    ParsedResponse response =
        parse("Here it is:\n```json\n{\n  \"1\": \"一\",\n  \"2\": \"二\"\n}\n```\nDone.", 2);
    assertThat(response.texts()).isEqualTo(Map.of(1, "一", 2, "二"));
  }

  @Test
  void takesWhatCameBeforeTheCut() {
    ParsedResponse response =
        ResponseParser.parse(LineForm.JSON, "{\"1\":\"一\",\"2\":\"二", 3, "cut off");
    assertThat(response.texts()).isEqualTo(Map.of(1, "一"));
    assertThat(response.faults()).isEqualTo(Map.of(2, "cut off"));
    assertThat(response.reached()).isEqualTo(2);
  }

  @Test
  void brokenJsonIsAFaultOfItsPlace() {
    ParsedResponse response = parse("{\"1\":\"一\",\"2\":oops}", 3);
    assertThat(response.texts()).isEqualTo(Map.of(1, "一"));
    assertThat(response.faults()).containsEntry(2, "the answer is no complete JSON");
    assertThat(response.reached()).isEqualTo(2);
  }

  @Test
  void missingDoubledAndNestedLinesAreFaultsOfTheirOwn() {
    ParsedResponse response =
        parse("{\"1\":\"一\",\"1\":\"another\",\"3\":{\"a\":[1]},\"4\":\"四\",\"9\":\"九\"}", 4);
    assertThat(response.texts()).isEqualTo(Map.of(4, "四"));
    assertThat(response.faults())
        .isEqualTo(
            Map.of(
                1, "the line came 2 times",
                2, "the line is missing",
                3, "the translation is no text"));
  }

  @Test
  void lineEndsInATranslationAreItsFault() {
    assertThat(parse("{\"1\":\"一\\n二\"}", 1).faults())
        .isEqualTo(Map.of(1, "a line break stands in the translation"));
  }

  @Test
  void readsNumberedLinesOfABackEndThatIgnoresTheSchema() {
    assertThat(parse("1|一\n2|二", 2).texts()).isEqualTo(Map.of(1, "一", 2, "二"));
  }

  private static ParsedResponse parse(String answer, int count) {
    return ResponseParser.parse(LineForm.JSON, answer, count, "");
  }
}
