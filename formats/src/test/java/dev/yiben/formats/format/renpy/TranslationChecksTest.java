package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

final class TranslationChecksTest {
  private static final String SCRIPT =
      """
      define e = Character("Eileen")
      define m = Character("Me")
      define config.custom_text_tags = { "shake": shake_tag }
      init python:
          config.self_closing_custom_text_tags["heart"] = heart_tag

      label start:
          e "Hello, [m.name]!"
          e "A {b}bold{/b} and {i}slanted{/i} word."
          "It rains."
          "Shopkeeper" "Buy {shake}this{/shake}!{heart}"
          menu:
              "Go {b}on{/b}":
                  m "We go on, I am 100%% sure, %(name)s."
      """;

  private static final String CLEAN =
      """
      translate schinese strings:

          # game/script.rpy:12
          old "Go {b}on{/b}"
          new "{b}继续{/b}"
      """;

  @TempDir private Path folder;

  /** The game's dialogue as the engine would have it translated, with Chinese in it. */
  private String clean() throws IOException {
    StringBuilder text = new StringBuilder();
    for (TranslationUnit unit : GameUnits.find(game(), Set::of).units().get("script.rpy")) {
      String code = Code.of(unit.statements().get(0));
      text.append("# game/script.rpy:%d\n".formatted(unit.line().number()))
          .append("translate schinese %s:\n\n    # %s\n".formatted(unit.id(), code))
          .append("    %s\n\n".formatted(chinese(code)));
    }
    return text + CLEAN;
  }

  private static String chinese(String code) {
    return code.replace("Hello, ", "你好，")
        .replace("A {b}bold{/b} and {i}slanted{/i} word.", "{b}粗{/b}{i}斜{/i}字。")
        .replace("It rains.", "下雨了。")
        .replace("Buy {shake}this{/shake}!", "买{shake}这个{/shake}！")
        .replace("We go on, I am 100%% sure, ", "我们继续，我100%%确定，");
  }

  private Game game() throws IOException {
    Path game = Files.createDirectories(folder.resolve("game"));
    Files.writeString(game.resolve("script.rpy"), SCRIPT);
    return Game.read(new GameFolder(game), FormatOptions.DEFAULT);
  }

  private List<Problem> problems(String... files) throws IOException {
    game();
    Path tl = Files.createDirectories(folder.resolve("game/tl/schinese"));
    for (int i = 0; i < files.length; i++) {
      Files.writeString(tl.resolve("file%d.rpy".formatted(i + 1)), files[i]);
    }
    return new RenpyFormat().project(folder, FormatOptions.DEFAULT).orElseThrow().problems();
  }

  /** A way to spoil a translation, and what has to be said of it. */
  private record Defect(String name, String from, String to, String id, String place) {}

  private static final List<Defect> DEFECTS =
      List.of(
          new Defect("unknown tag", "{b}粗{/b}", "{bx}粗{/bx}{b}{/b}", "RPY-001", "start_"),
          new Defect("unclosed tag", "{i}斜{/i}", "{i}斜", "RPY-002", "start_"),
          new Defect("crossed tags", "{b}粗{/b}{i}斜{/i}", "{b}{i}粗斜{/b}{/i}", "RPY-003", "start_"),
          new Defect("extra closing tag", "下雨了。\"\n\n", "下雨了。{/b}\"\n\n", "RPY-004", "start_"),
          new Defect("unterminated tag", "下雨了", "下{b 雨了", "RPY-005", "start_"),
          new Defect("unterminated variable", "，[m.name]!", "，[m.name x!", "RPY-006", "start_"),
          new Defect("unknown variable", "下雨了", "[nosuchvar]下雨了", "RPY-007", "start_"),
          new Defect("dropped variable", "，[m.name]!", "!", "RPY-008", "start_"),
          new Defect("dropped tag", "{i}斜{/i}", "斜", "RPY-009", "start_"),
          new Defect("percent sign", "100%%确", "100% sure确", "RPY-010", "start_"),
          new Defect("foreign substitution", "下雨了", "下雨%(foo)s了", "RPY-011", "start_"),
          new Defect("line end in a string", "下雨了", "下\n雨了", "RPY-012", "start_"),
          new Defect("empty string", "\"下雨了。\"", "\"\"", "RPY-013", "start_"),
          new Defect("wrong indent", "    \"下雨了", "\"下雨了", "RPY-020", "start_"),
          new Defect("wrong indent of strings", "    new \"", "      new \"", "RPY-020", ""),
          new Defect("missing new", "    new \"{b}继续{/b}\"\n", "", "RPY-021", "strings \"Go"),
          new Defect(
              "duplicate old",
              "    new \"{b}继续{/b}\"\n",
              "    new \"{b}继续{/b}\"\n\n    old \"Go {b}on{/b}\"\n    new \"{b}走{/b}\"\n",
              "RPY-022",
              "strings \"Go"),
          new Defect("inner quotes", "\"下雨了。\"", "\"下 \"雨\" 了\"", "RPY-024", "start_"),
          new Defect("inner quotes of a speaker", "\"你好，", "\"你\"好\"，", "RPY-024", "start_"),
          new Defect("named by a string", "    e \"你好", "    \"艾琳\" \"你好", "RPY-026", "start_"),
          new Defect("unknown speaker", "    e \"你好", "    zz \"你好", "RPY-025", "start_"),
          new Defect(
              "orphan id",
              "translate schinese start_",
              "translate schinese gone_",
              "RPY-027",
              "gone_"),
          new Defect("old not in the game", "old \"Go", "old \"Gone", "RPY-028", "strings \"Gone"),
          new Defect(
              "bad tag in new",
              "new \"{b}继续{/b}\"",
              "new \"{bb}继续{/b}\"",
              "RPY-001",
              "strings \"Go"),
          new Defect("other speaker", "    e \"你好", "    m \"你好", "RPY-026", "start_"),
          new Defect("new without old", "    old \"Go {b}on{/b}\"\n", "", "RPY-021", "strings"),
          new Defect("block without text", "    \"下雨了。\"\n", "", "RPY-020", "start_"),
          new Defect("new that is cut off", "new \"{b}继续{/b}\"", "new \"{b}继续{/b}", "RPY-020", ""),
          new Defect("new over lines", "new \"{b}继", "new \"{b}\n继", "RPY-020", "strings \"Go"));

  @TestFactory
  Stream<DynamicTest> findsEachDefect() {
    return DEFECTS.stream()
        .map(
            defect ->
                DynamicTest.dynamicTest(
                    defect.name(),
                    () -> {
                      String clean = clean();
                      int at = clean.indexOf(defect.from());
                      assertThat(at).isNotNegative();
                      String spoiled =
                          clean.substring(0, at)
                              + defect.to()
                              + clean.substring(at + defect.from().length());
                      long line = clean.substring(0, at).lines().count();
                      assertThat(problems(spoiled))
                          .filteredOn(problem -> problem.id().equals(defect.id()))
                          .isNotEmpty()
                          .allSatisfy(
                              problem -> {
                                assertThat(problem.place()).startsWith(defect.place());
                                assertThat(problem.file()).hasFileName("file1.rpy");
                                assertThat((long) problem.line()).isBetween(line - 6, line + 6);
                                assertThat(problem.message()).isNotBlank().doesNotContain("%s");
                              });
                    }));
  }

  @Test
  void findsNothingWrongWithACleanTranslation() throws IOException {
    assertThat(problems(clean())).isEmpty();
    assertThat(problems("\uFEFF".substring(1) + clean().replace("\n", "\r\n"))).isEmpty();
  }

  @Test
  void findsWhatIsTranslatedInTwoFiles() throws IOException {
    assertThat(problems(clean(), clean()))
        .extracting(Problem::id)
        .containsOnly("RPY-029", "RPY-022")
        .hasSize(6);
    assertThat(problems(clean(), clean()).get(0).message()).contains("file1.rpy:");
  }

  @Test
  void tellsTheIdThatAChangedSourceHasNow() throws IOException {
    String clean = clean();
    String id = clean.substring(clean.indexOf("start_"), clean.indexOf("start_") + 14);
    assertThat(problems(clean.replace(id, "start_00000000")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains(id));
  }

  @Test
  void readsPercentSignsAsTheGameDoes() throws IOException {
    Path game = Files.createDirectories(folder.resolve("game"));
    Files.writeString(game.resolve("options.rpy"), "define config.old_substitutions = False\n");
    assertThat(problems(clean().replace("100%%确", "100% sure确"))).isEmpty();
  }

  @Test
  void checksWithoutTheScriptsOfTheGame() throws IOException {
    String text = clean().replace("# e \"Hello,", "# e \"Hi,").replace("下雨了", "[other]{b}下雨了");
    Files.delete(folder.resolve("game/script.rpy"));
    Path tl = Files.createDirectories(folder.resolve("game/tl/schinese"));
    Files.writeString(tl.resolve("script.rpy"), text);
    Game none = Game.read(new GameFolder(folder.resolve("game")), FormatOptions.DEFAULT);
    assertThat(GameProblems.find(none, Optional.of("schinese"), FormatOptions.DEFAULT))
        .extracting(Problem::id)
        .containsExactly("RPY-030", "RPY-002", "RPY-007");
  }

  @Test
  void looksAtNothingButWhatIsAskedFor() throws IOException {
    game();
    Path tl = Files.createDirectories(folder.resolve("game/tl/schinese"));
    Files.writeString(tl.resolve("script.rpy"), clean().replace("下雨了", "{/b}下雨了"));
    String other = "translate schinese strings:\n\n    old \"Gone\"\n    new \"走了\"\n";
    Files.writeString(tl.resolve("other.rpy"), other);
    assertThat(idsOf(folder)).containsExactly("RPY-028", "RPY-004");
    assertThat(idsOf(tl)).containsExactly("RPY-028", "RPY-004");
    assertThat(idsOf(tl.resolve("other.rpy"))).containsExactly("RPY-028");
    assertThat(idsOf(folder.resolve("game/script.rpy"))).containsExactly("RPY-004");
  }

  private static List<String> idsOf(Path path) {
    return new RenpyFormat()
        .project(path, FormatOptions.DEFAULT).orElseThrow().problems().stream()
            .map(Problem::id)
            .toList();
  }

  @Test
  void tellsWhichFileCannotBeRead() throws IOException {
    game();
    Path tl = Files.createDirectories(folder.resolve("game/tl/schinese"));
    Files.write(tl.resolve("script.rpy"), new byte[4000]);
    assertThat(idsOf(folder)).containsExactly("RPY-020");
  }
}
