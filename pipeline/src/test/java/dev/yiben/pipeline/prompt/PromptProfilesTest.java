package dev.yiben.pipeline.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ConstraintSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptProfilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "demo, demo",
    "Sakura 14B Qwen2.5 v1.0, sakura-1.0",
    "sakura-14b-qwen2beta-v0.9.2-q6k.gguf, sakura-0.9",
    "sakura-13b-lnovel-v0.9b-Q4_K_M.gguf, sakura-0.9",
    "sakura-32b-qwen2beta-v0.10pre1-q4km.gguf, sakura-0.10",
    "sakura, sakura-1.0",
    "SakuraSolar Instruct, default",
    "SakuraLLM/Sakura-GalTransl-7B-v3.7, galtransl",
    "GalTransl-7B-v1.0, galtransl",
    "tencent/Hunyuan-MT-7B, hunyuan-mt",
    "Hunyuan MT Chimera 7B, hunyuan-mt",
    "hy_mt1.5-1.8B, hy-mt",
    "Qwen2.5 7B Instruct, default",
    "'', default",
  })
  void isChosenByTheModelsNames(String name, String profile) {
    PromptProfiles profiles = PromptProfiles.bundled();
    assertThat(profiles.choose(model(name)).template().name()).isEqualTo(profile);
    assertThat(profiles.choose(model("other name\n" + name + "\nqwen2")).template().name())
        .isEqualTo(name.equals("demo") ? "default" : profile);
  }

  @Test
  void saysWhyItWasChosen() {
    PromptProfiles profiles = PromptProfiles.bundled();
    assertThat(profiles.choose(model("demo")).reason()).isEqualTo("which the model asks for");
    assertThat(profiles.choose(model("a\nHunyuan-MT-7B")).reason())
        .isEqualTo("since *hunyuan-mt* fits the model's name Hunyuan-MT-7B");
    assertThat(profiles.choose(model("a")).reason())
        .isEqualTo("since no profile is for this model");
    assertThat(profiles.fixedTo("galtransl").choose(model("demo")).reason())
        .isEqualTo("as you chose");
  }

  @Test
  void theUsersChoiceHoldsButForRehearsals() {
    PromptProfiles profiles = PromptProfiles.bundled().fixedTo("sakura-0.9");
    assertThat(profiles.choose(model("demo")).template().name()).isEqualTo("sakura-0.9");
    Capabilities echo =
        new Capabilities("echo", "", 1000, 1, ConstraintSupport.NONE, true, "", false);
    assertThat(profiles.choose(echo).template().name()).isEqualTo("default");
  }

  @Test
  void aFamilyStandsForItsNewestProfile() {
    assertThat(PromptProfiles.bundled().fixedTo("sakura").choose(model("")).template().name())
        .isEqualTo("sakura-1.0");
  }

  @Test
  void unknownProfilesAreRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> PromptProfiles.bundled().fixedTo("../default"))
        .isInstanceOf(ProfileException.class)
        .hasMessageStartingWith("There is no prompt profile ../default; known: default, demo, ");
  }

  @Test
  void profilesOfTheUserComeFirst() throws IOException {
    Files.writeString(
        folder.resolve("mine.yaml"), "models: ['*qwen2.5*', qwen2]\nuser: Go! ${lines}\n");
    Files.writeString(folder.resolve("galtransl.yaml"), "user: my own ${lines}\n");
    Files.writeString(folder.resolve("notes.txt"), "no profile");
    PromptProfiles profiles = PromptProfiles.bundled().withFolder(folder);
    assertThat(profiles.names()).contains("mine", "default").doesNotContain("notes");
    assertThat(profiles.choose(model("Qwen2.5 7B")).template().name()).isEqualTo("mine");
    assertThat(profiles.choose(model("other\nqwen2")).template().name()).isEqualTo("mine");
    assertThat(profiles.find("galtransl").orElseThrow().text()).contains("my own");
  }

  @Test
  void aMissingFolderIsNone() {
    assertThat(PromptProfiles.bundled().withFolder(folder.resolve("none")).names())
        .isEqualTo(PromptProfiles.bundled().names());
  }

  @Test
  void aFileIsChosenByItsPath() throws IOException {
    Path file = Files.writeString(folder.resolve("my.prompt.yaml"), "user: ${lines}\n");
    assertThat(
            PromptProfiles.bundled()
                .fixedTo(file.toString())
                .choose(model("demo"))
                .template()
                .name())
        .isEqualTo("my.prompt");
    assertThatThrownBy(() -> PromptProfiles.bundled().fixedTo(folder.resolve("no.yaml").toString()))
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("no.yaml: there is no such prompt profile");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                  | : the profile is empty",
        "hello                               | :1: a map is wanted here",
        "models: []                          | :1: the text 'user' is missing",
        "user: a                             | :1: 'user' must have ${lines}",
        "user: ${lines}\\nuser_with_terms: a | :2: 'user_with_terms' must have ${lines}",
        "user: ${lines}\\nsistem: a          | :2: unknown key 'sistem'; known: answer, character,",
        "user: ${lines}\\nuser: ${lines}     | :2: 'user' is there twice",
        "user: ${lines} ${text}              | :1: 'user' has no ${text}; it may have [characters, context,",
        "user: ${lines}\\nterm: ${lines}     | :2: 'term' has no ${lines}",
        "user: ${lines}\\nlines: json        | :2: 'lines' must be numbered or plain",
        "user: ${lines}\\nmost_lines: many   | :2: 'many' is no number",
        "user: ${lines}\\nmost_lines: 65     | :2: a whole number from 1 to 64 is wanted here",
        "user: ${lines}\\nmost_lines: 1.5    | :2: a whole number from 1 to 64 is wanted here",
        "user: ${lines}\\nsampling: {top_p: 2} | :2: The top-p must be above 0 and at most 1: 2.0",
        "user: ${lines}\\nsampling: {heat: 2} | :2: unknown key 'heat'; known: frequency_penalty,",
        "user: ${lines}\\nuser: [            | :3: not valid YAML",
        "user: [a, b]                        | :1: a single value is wanted here",
        "user: ${lines}\\nlanguages: {zh: {lines: plain}} | :2: unknown key 'lines'",
        "user: ${lines}\\nlanguages: {zh: {user: no}}     | :2: 'user' must have ${lines}",
      })
  void whatIsNoProfileIsRefusedWithItsPlace(String yaml, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), yaml.replace("\\n", "\n") + "\n");
    assertThatThrownBy(() -> PromptProfiles.bundled().withFolder(folder))
        .isInstanceOf(ProfileException.class)
        .hasMessageStartingWith(file + message);
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Files.write(folder.resolve("bad.yaml"), new byte[] {(byte) 0xC3, 0x28});
    assertThatThrownBy(() -> PromptProfiles.bundled().withFolder(folder))
        .hasMessageContaining("is not UTF-8");
    Files.writeString(folder.resolve("bad.yaml"), "user: " + "x".repeat(300_000));
    assertThatThrownBy(() -> PromptProfiles.bundled().withFolder(folder))
        .hasMessageContaining("over 256 KiB");
  }

  private static Capabilities model(String names) {
    return new Capabilities("m", "f", 1000, 1, ConstraintSupport.GRAMMAR, false, names, false);
  }
}
