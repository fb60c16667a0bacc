package dev.yiben.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GlossaryReaderTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Glossary read(String text) throws IOException {
    return GlossaryReader.read(file("terms.yaml", text));
  }

  @Test
  void readsEveryKey() throws IOException {
    Glossary glossary =
        read(
            """
            terms:
              - source: Marlo
                target: 马洛
              - source: Chapter (\\d+)
                target: 第$1章
                note: a heading
                case_sensitive: true
                whole_word: false
                regex: yes
                forbidden: [章节, "回"]
              - source: NASA
                do_not_translate: true
            """);
    assertThat(glossary.terms())
        .containsExactly(
            Term.of("Marlo", "马洛"),
            new Term(
                "Chapter (\\d+)",
                "第$1章",
                "a heading",
                true,
                false,
                true,
                false,
                List.of("章节", "回")),
            new Term("NASA", "NASA", "", false, true, false, true, List.of()));
  }

  @Test
  void readsABareList() throws IOException {
    assertThat(read("- {source: sea, target: 海}\n").terms()).containsExactly(Term.of("sea", "海"));
  }

  @Test
  void readsAnEmptyList() throws IOException {
    assertThat(read("terms: []\n").terms()).isEmpty();
  }

  @Test
  void takesWordsThatYamlReadsAsOtherTypesAsTheyAreWritten() throws IOException {
    assertThat(read("- {source: No, target: 012}\n- {source: 1984, target: 2e3}\n").terms())
        .containsExactly(Term.of("No", "012"), Term.of("1984", "2e3"));
  }

  @Test
  void acceptsAByteOrderMark() throws IOException {
    assertThat(read("\uFEFF- {source: sea, target: 海}\n").terms()).hasSize(1);
  }

  @Test
  void letsLaterFilesReplaceTermsOfEarlierOnes() throws IOException {
    Path first = file("1.yaml", "- {source: Marlo, target: 马罗}\n- {source: sea, target: 海}\n");
    Path second =
        file(
            "2.yaml",
            "- {source: MARLO, target: 马洛}\n- {source: Sea, target: 大海, case_sensitive: true}\n");
    assertThat(GlossaryReader.read(List.of(first, second)).terms())
        .extracting(Term::target)
        .containsExactly("马洛", "海", "大海");
  }

  static List<Arguments> mistakes() {
    return List.of(
        Arguments.of("", "", "the glossary is empty"),
        Arguments.of("# only a remark\n", "", "the glossary is empty"),
        Arguments.of("Marlo", ":1", "expected a list of terms"),
        Arguments.of("\nitems: []\n", ":2", "\"terms:\""),
        Arguments.of("terms: []\nother: 1\n", ":2", "no other key"),
        Arguments.of("terms: []\nterms: []\n", ":2", "no other key"),
        Arguments.of("terms: 7\n", ":1", "must be a list"),
        Arguments.of("terms:\n", ":1", "must be a list"),
        Arguments.of("terms:\n  - Marlo\n", ":2", "expected an entry"),
        Arguments.of("- target: x\n", ":1", "no \"source\""),
        Arguments.of("- note: n\n  source: a\n", ":1", "no \"target\""),
        Arguments.of("- source: a\n  target: ''\n", ":2", "\"target\" is empty"),
        Arguments.of("- source: a\n  target:\n", ":2", "\"target\" is empty"),
        Arguments.of("- source: ' '\n  target: b\n", ":1", "\"source\" is empty"),
        Arguments.of("- source: [a]\n  target: b\n", ":1", "\"source\" must be text"),
        Arguments.of("- source: \"a\\nb\"\n  target: b\n", ":1", "one line"),
        Arguments.of("- source: " + "a".repeat(1001) + "\n  target: b\n", ":1", "1000"),
        Arguments.of("- source: a\n  target: b\n  colour: c\n", ":3", "\"colour\" is not a key"),
        Arguments.of("- source: a\n  target: b\n  [x]: c\n", ":3", "is not a key"),
        Arguments.of("- source: a\n  target: b\n  target: c\n", ":3", "given twice"),
        Arguments.of("- source: a\n  target: b\n  regex: 1\n", ":3", "must be true or false"),
        Arguments.of("- source: a\n  target: b\n  regex: maybe\n", ":3", "must be true or false"),
        Arguments.of("- source: a\n  target: b\n  forbidden: c\n", ":3", "must be a list"),
        Arguments.of("- source: a\n  target: b\n  forbidden:\n  - ''\n", ":4", "is empty"),
        Arguments.of(
            "- source: a(\n  target: b\n  regex: true\n", ":1", "not a regular expression"),
        Arguments.of("- source: a*\n  target: b\n  regex: true\n", ":1", "matches the empty text"),
        Arguments.of("- source: (a)\n  target: $2\n  regex: true\n", ":1", "refers to a group"),
        Arguments.of("- source: (a)\n  target: ${n}\n  regex: true\n", ":1", "refers to a group"),
        Arguments.of(
            "- {source: a, target: b, do_not_translate: true}\n",
            ":1",
            "though \"do_not_translate"),
        Arguments.of("- {source: a, target: b}\n- {source: A, target: c}\n", ":2", "on line 1"),
        Arguments.of("- {source: a, target: b\n", ":2", "not valid YAML"),
        Arguments.of("- a: 'b\n", ":2", "not valid YAML"),
        Arguments.of("\t- a\n", ":1", "not valid YAML"),
        Arguments.of("- *a\n", ":1", "not valid YAML"),
        Arguments.of("--- []\n--- []\n", ":2", "not valid YAML"),
        Arguments.of("- a\n- \u0007\n", ":2", "U+0007"),
        Arguments.of("[".repeat(5000), "", "not valid YAML"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesThePlaceOfAMistakeInOneLine(String text, String line, String problem)
      throws IOException {
    Path file = file("terms.yaml", text);
    assertThatThrownBy(() -> GlossaryReader.read(file))
        .isInstanceOf(GlossaryException.class)
        .message()
        .startsWith(file + line + ": ")
        .contains(problem)
        .doesNotContain("\n");
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThatThrownBy(() -> GlossaryReader.read(folder.resolve("none.yaml")))
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining("none.yaml: there is no such glossary file");
  }

  @Test
  void saysThatAFolderCannotBeRead() {
    assertThatThrownBy(() -> GlossaryReader.read(folder))
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void refusesOtherEncodings() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "- {source: é, target: b}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> GlossaryReader.read(file))
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining("save it as UTF-8");
  }

  @Test
  void refusesHugeFiles() throws IOException {
    Path file = file("huge.yaml", "#".repeat((16 << 20) + 1));
    assertThatThrownBy(() -> GlossaryReader.read(file))
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining("over 16 MiB");
  }

  @Test
  void refusesListsThatGrowByAliases() {
    StringBuilder text =
        new StringBuilder("terms:\n- &e {source: a, target: b, forbidden: &f [x]}\n");
    for (int i = 0; i < 100; i++) {
      text.append("- {source: a").append(i).append(", target: b, forbidden: *f}\n");
    }
    assertThatThrownBy(() -> read(text.toString()))
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining("not valid YAML");
  }
}
