package dev.yiben.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
  void readsEverySection() throws IOException {
    Glossary glossary =
        read(
            """
            style: {text: A fairy tale., register: informal}
            characters:
              - name: Selby
                target: 塞尔比
                gender: female
                speech: >
                  short,
                  cheeky
                note: from Tarvel
              - name: Narrator
            do_not_translate: [GNU, 1984]
            forbidden: [呵呵]
            replacements:
              before:
                - {find: '  ', replace: ' '}
              after:
                - find: '(\\d)%'
                  replace: $1％
                  case_sensitive: true
                  regex: true
            protected:
              presets: [ruby]
              patterns: ['<<\\w+>>']
            examples:
              - {source: Hello., target: 你好。}
            terms: [{source: sea, target: 海, inflect: false}]
            """);
    Term sea = new Term("sea", "海", "", false, true, false, false, List.of(), false);
    assertThat(glossary)
        .isEqualTo(
            new Glossary(
                List.of(sea, Term.kept("GNU"), Term.kept("1984")),
                List.of(
                    new Persona("Selby", "塞尔比", "female", "short, cheeky", "from Tarvel"),
                    new Persona("Narrator", "", "", "", "")),
                new Style("A fairy tale.", "informal"),
                List.of("呵呵"),
                List.of(new Replacement("  ", " ", false, false)),
                List.of(new Replacement("(\\d)%", "$1％", true, true)),
                Stream.concat(ProtectedPresets.patterns("ruby").stream(), Stream.of("<<\\w+>>"))
                    .toList(),
                List.of(new ExamplePair("Hello.", "你好。"))));
  }

  @Test
  void readsAStyleThatIsJustText() throws IOException {
    assertThat(read("style: dry\n").style()).isEqualTo(new Style("dry", ""));
    assertThat(read("style:\n").style()).isEqualTo(Style.NONE);
  }

  @Test
  void letsLaterFilesReplaceEveryKindOfEntry() throws IOException {
    Path first =
        file(
            "1.yaml",
            """
            style: {text: dry, register: formal}
            characters: [{name: Ada, target: 艾达}, {name: Bo, target: 博}]
            do_not_translate: [GNU]
            forbidden: [x, y]
            replacements: {before: [{find: a, replace: b}], after: [{find: c, replace: d}]}
            protected: {patterns: ['%a']}
            examples: [{source: Hi, target: 嗨}]
            """);
    Path second =
        file(
            "2.yaml",
            """
            style: {register: informal}
            characters: [{name: ADA, target: 阿达}]
            terms: [{source: gnu, target: 角马}]
            forbidden: [y, z]
            replacements: {before: [{find: A, replace: e}, {find: A, replace: f, case_sensitive: true}]}
            protected: {patterns: ['%b', '%a']}
            examples: [{source: Hi, target: 你好}]
            """);
    assertThat(GlossaryReader.read(List.of(first, second)))
        .isEqualTo(
            new Glossary(
                List.of(Term.of("gnu", "角马")),
                List.of(new Persona("ADA", "阿达", "", "", ""), new Persona("Bo", "博", "", "", "")),
                new Style("dry", "informal"),
                List.of("x", "y", "z"),
                List.of(
                    new Replacement("A", "e", false, false),
                    new Replacement("A", "f", true, false)),
                List.of(new Replacement("c", "d", false, false)),
                List.of("%a", "%b"),
                List.of(new ExamplePair("Hi", "你好"))));
  }

  @Test
  void tellsTheFirstOfSeveralMistakes() {
    assertThatThrownBy(() -> read("- {source: a, target: b, x: y}\n- {source: c}\n- {source: c}\n"))
        .isInstanceOfSatisfying(
            GlossaryException.class,
            e -> {
              assertThat(e.line()).hasValue(1);
              assertThat(e.file()).hasValue(folder.resolve("terms.yaml"));
              assertThat(e.problem()).startsWith("\"x\" is not a key");
            });
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
        Arguments.of("\nitems: []\n", ":2", "\"items\" is not a key of a glossary; known: terms"),
        Arguments.of("terms: []\nother: 1\n", ":2", "\"other\" is not a key"),
        Arguments.of("terms: []\nterms: []\n", ":2", "given twice"),
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
        Arguments.of("do_not_translate: [a, A]\n", ":1", "\"A\" is there on line 1 already"),
        Arguments.of(
            "terms:\n- {source: a, target: b}\ndo_not_translate: [a]\n", ":3", "on line 2"),
        Arguments.of("do_not_translate: a\n", ":1", "must be a list, such as [GNU]"),
        Arguments.of("do_not_translate:\n- {source: a}\n", ":2", "must be text"),
        Arguments.of("characters:\n- Marlo\n", ":2", "expected a character with \"name:\""),
        Arguments.of("characters:\n- gender: female\n", ":2", "no \"name\""),
        Arguments.of("characters:\n- name: Al\n  age: 7\n", ":3", "\"age\" is not a key"),
        Arguments.of("characters:\n- name: Al\n- name: AL\n", ":3", "on line 2"),
        Arguments.of("characters:\n- name: Al\n  note: [x]\n", ":3", "must be text"),
        Arguments.of("style: [formal]\n", ":1", "expected a text, or \"text:\""),
        Arguments.of("style:\n  tone: x\n", ":2", "\"tone\" is not a key of the style"),
        Arguments.of("forbidden: x\n", ":1", "must be a list"),
        Arguments.of("forbidden:\n- ''\n", ":2", "empty"),
        Arguments.of("replacements: []\n", ":1", "expected \"before:\" or \"after:\""),
        Arguments.of("replacements:\n  during: []\n", ":2", "\"during\" is not a key"),
        Arguments.of("replacements:\n  before:\n  - x\n", ":3", "\"find:\" and \"replace:\""),
        Arguments.of("replacements:\n  after:\n  - find: x\n", ":3", "no \"replace\""),
        Arguments.of("replacements:\n  after:\n  - replace: x\n", ":3", "no \"find\""),
        Arguments.of(
            "replacements:\n  after:\n  - {find: '', replace: x}\n", ":3", "\"find\" is empty"),
        Arguments.of(
            "replacements:\n  after:\n  - {find: '(', replace: x, regex: true}\n",
            ":3",
            "not a regular expression"),
        Arguments.of(
            "replacements:\n  after:\n  - {find: 'x', replace: $1, regex: true}\n",
            ":3",
            "refers to a group"),
        Arguments.of("protected: [renpy]\n", ":1", "\"presets:\" or \"patterns:\""),
        Arguments.of("protected:\n  presets: [doom]\n", ":2", "named \"doom\"; known: "),
        Arguments.of("protected:\n  patterns: ['[']\n", ":2", "not a regular expression"),
        Arguments.of("protected:\n  patterns: ['']\n", ":2", "matches the empty text"),
        Arguments.of("examples:\n- source: a\n", ":2", "no \"target\""),
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
