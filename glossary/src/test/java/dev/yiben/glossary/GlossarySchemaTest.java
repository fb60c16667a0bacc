package dev.yiben.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GlossarySchemaTest {
  /** What a schema cannot say of entries that have the right form. */
  private static final List<String> BEYOND_FORM =
      List.of(
          "not a regular expression",
          "matches the empty text",
          "refers to a group",
          "on line",
          "though \"do_not_translate",
          "given twice",
          "not valid YAML",
          "the glossary is empty",
          "U+0007");

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(GlossarySchema.text(), InputFormat.JSON);

  @TempDir Path folder;

  private static List<Error> errors(String yaml) {
    JsonNode document = JsonMapper.shared().valueToTree(new Yaml().<Object>load(yaml));
    return SCHEMA.validate(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "terms: []",
        "- {source: a, target: b}",
        "- {source: 1984, target: 012}",
        "- {source: yes, target: 2.5}",
        "- {source: GNU, do_not_translate: true}",
        "- {source: GNU, target: GNU, do_not_translate: true}",
        "- {source: ' a b ', target: b, note: , forbidden: [], inflect: false, regex: false}",
        "- source: a\n  target: |\n    b\n  note: |\n    b\n    c\n",
        "characters: [{name: a, target: b, gender: c, speech: d, note: e}, {name: 7}]",
        "style: dry",
        "style:",
        "style: {text: dry}",
        "style: {text: , register: formal}",
        "do_not_translate: [a, 1]",
        "forbidden: [a]",
        "replacements: {}",
        "replacements: {before: [{find: ' ', replace: ''}], after: []}",
        "replacements: {before: [{find: a, replace: }]}",
        "replacements: {after: [{find: (a), replace: $1, regex: true, case_sensitive: true}]}",
        "protected: {presets: [renpy, rpgmaker], patterns: ['%\\w+']}",
        "protected: {}",
        "examples: [{source: a, target: b}]"
      })
  void allowsWhatTheReaderReads(String yaml) throws IOException {
    assertThat(GlossaryReader.read(Files.writeString(folder.resolve("a.yaml"), yaml))).isNotNull();
    assertThat(errors(yaml)).isEmpty();
  }

  static Stream<Arguments> mistakesOfForm() {
    return GlossaryReaderTest.mistakes().stream()
        .filter(mistake -> BEYOND_FORM.stream().noneMatch(((String) mistake.get()[2])::contains));
  }

  @ParameterizedTest
  @MethodSource("mistakesOfForm")
  void refusesWhatTheReaderRefusesForItsForm(String yaml) {
    assertThat(errors(yaml)).isNotEmpty();
  }

  @Test
  void isAboutMostMistakes() {
    assertThat(mistakesOfForm().count()).isGreaterThan(GlossaryReaderTest.mistakes().size() / 2);
  }

  @Test
  void knowsAllPresets() {
    JsonNode presets =
        JsonMapper.shared()
            .readTree(GlossarySchema.text())
            .at("/$defs/glossary/properties/protected/properties/presets/items/enum");
    assertThat(presets.valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(ProtectedPresets.names());
  }

  @Test
  void allowsTheSample() throws IOException {
    Path sample = Path.of("../samples/glossary.yaml");
    assertThat(errors(Files.readString(sample))).isEmpty();
  }
}
