package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Project;
import dev.yiben.formats.format.ProjectFile;
import dev.yiben.formats.format.SpeakerNames;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenpyProjectTest {
  private static final FormatOptions CHINESE = FormatOptions.DEFAULT.into("zh");
  private static final String SCRIPT =
      """
      define e = Character("Eileen")
      define s = Character(_("Sylvie"))

      label start:
          e "Hello."
          voice "b.ogg"
          "Shopkeeper" happy "A {b}new{/b} day."
          menu:
              "Left":
                  s "Left."
              "Right":
                  pass
          $ notify(_("Saved [count]"))
      """;
  private static final String GENERATED =
      """
      \uFEFF
      # game/script.rpy:5
      translate schinese start_4e73b00f:

          # e "Hello."
          e "Hello."

      # game/script.rpy:6
      translate schinese start_876aa077:

          # voice "b.ogg"
          # "Shopkeeper" happy "A {b}new{/b} day."
          voice "b.ogg"
          "Shopkeeper" happy "A {b}new{/b} day."

      # game/script.rpy:10
      translate schinese start_8b1539f4:

          # s "Left."
          s "Left."

      translate schinese strings:

          # game/script.rpy:1
          old "Eileen"
          new "Eileen"

          # game/script.rpy:2
          old "Sylvie"
          new "Sylvie"

          # game/script.rpy:8
          old "Left"
          new "Left"

          # game/script.rpy:8
          old "Right"
          new "Right"

          # game/script.rpy:13
          old "Saved [count]"
          new "Saved [count]"

      """;

  @TempDir Path folder;

  private Path game() throws IOException {
    Path game = folder.resolve("My Game");
    write("script.rpy", SCRIPT);
    return game;
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve("My Game/game").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Project project(Path path) {
    return new RenpyFormat().project(path, CHINESE).orElseThrow();
  }

  private static ProjectFile only(Path path) {
    List<ProjectFile> files = project(path).files();
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  private static String merged(ProjectFile file, Function<String, String> translation)
      throws IOException {
    try (Document document = file.open()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.merge(
          new TargetLookup() {
            @Override
            public String targetLanguage() {
              return "zh";
            }

            @Override
            public Optional<CodedText> target(SegmentId id) {
              return document.segments().stream()
                  .filter(segment -> segment.id().equals(id))
                  .filter(segment -> segment.hints().existing().isEmpty())
                  .map(Segment::source)
                  .map(source -> source.withMarked(translation.apply(source.marked())))
                  .findFirst();
            }
          },
          out);
      return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void generatesATranslationFileForEachScript() throws IOException {
    Path game = game();
    Project project = project(game);
    assertThat(project.folder()).isEqualTo(game.resolve("game"));
    ProjectFile file = only(game);
    assertThat(file.source()).isEqualTo(game.resolve("game/script.rpy"));
    assertThat(file.target()).isEqualTo(Path.of("tl/schinese/script.rpy"));
    assertThat(merged(file, text -> text)).isEqualTo(GENERATED);
    assertThat(project.notices())
        .satisfiesExactly(
            notice -> assertThat(notice).contains("renpy/common"),
            notice -> assertThat(notice).contains("no letters of Chinese"));
  }

  @Test
  void writesTargetsIntoWhatIsGenerated() throws IOException {
    assertThat(merged(only(game()), text -> text.equals("Hello.") ? "你好。" : text))
        .isEqualTo(GENERATED.replace("    e \"Hello.\"", "    e \"你好。\""));
  }

  @Test
  void hasNoNamesAmongStringsIfTheyAreKept() throws IOException {
    Project project =
        new RenpyFormat().project(game(), CHINESE.with(SpeakerNames.KEEP)).orElseThrow();
    assertThat(merged(project.files().get(0), text -> text))
        .isEqualTo(
            GENERATED.replace(
                "    # game/script.rpy:1\n    old \"Eileen\"\n    new \"Eileen\"\n\n", ""));
  }

  @Test
  void knowsWhoSpeaks() throws IOException {
    try (Document document = only(game()).open()) {
      assertThat(document.segments())
          .extracting(
              segment -> segment.source().plainText(),
              segment -> segment.hints().speaker().orElse(""))
          .contains(
              org.assertj.core.groups.Tuple.tuple("Hello.", "Eileen"),
              org.assertj.core.groups.Tuple.tuple("A new day.", "Shopkeeper"),
              org.assertj.core.groups.Tuple.tuple("Left.", "Sylvie"));
    }
  }

  @Test
  void completesWhatIsThere() throws IOException {
    Path game = game();
    String there =
        """
        # mine
        translate schinese start_4e73b00f:

            # e "Hello."
            e "你好。"

        translate schinese strings:
            old "Left"
            new "Left"
            old "Right"
            new "右"
        translate japanese start_4e73b00f:
            e "こんにちは"
        """
            .replace("\n", "\r\n");
    Path file = write("tl/schinese/script.rpy", there);
    assertThat(merged(only(game), text -> text)).isEqualTo(there);
    String completed = merged(only(game), text -> text.equals("Left") ? "左" : text);
    assertThat(completed)
        .startsWith(there.replace("new \"Left\"", "new \"左\"") + "\r\n# game/script.rpy:6\r\n")
        .contains("start_876aa077", "start_8b1539f4", "old \"Saved [count]\"")
        .doesNotContain("old \"Right\"\r\n    new \"Right\"");
    assertThat(completed.split("start_4e73b00f", -1)).hasSize(3);
    Files.writeString(file, completed);
    assertThat(merged(only(game), text -> text)).isEqualTo(completed);
  }

  @Test
  void takesTheFolderThatIsThere() throws IOException {
    game();
    write("tl/Chinese/other.rpy", "translate Chinese strings:\n    old \"a\"\n    new \"b\"\n");
    assertThat(project(folder.resolve("My Game")).files())
        .extracting(file -> file.target().toString())
        .containsExactly("tl/Chinese/other.rpy", "tl/Chinese/script.rpy");
    assertThat(
            new RenpyFormat()
                .project(folder.resolve("My Game"), CHINESE.withTranslationFolder("zh"))
                .orElseThrow()
                .files())
        .extracting(file -> file.target().toString())
        .containsExactly("tl/zh/script.rpy");
  }

  @Test
  void takesAPartOfAGame() throws IOException {
    game();
    Path other = write("more/other.rpy", "label other:\n    \"Other.\"\n");
    assertThat(only(other).target()).isEqualTo(Path.of("tl/schinese/more/other.rpy"));
    assertThat(project(folder.resolve("My Game/game")).files()).hasSize(2);
    Path japanese =
        write(
            "tl/japanese/script.rpy", "translate japanese strings:\n    old \"a\"\n    new \"\"\n");
    assertThat(only(japanese).target()).isEqualTo(Path.of("tl/japanese/script.rpy"));
    assertThat(project(japanese.getParent()).files()).hasSize(2);
  }

  @Test
  void takesAFolderOfTranslationsWithoutAGame() throws IOException {
    Path file = folder.resolve("tl/french/script.rpy");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "translate french a_12345678:\n    # \"Hi.\"\n    \"\"\n");
    ProjectFile only = only(folder.resolve("tl/french"));
    assertThat(only.source()).isEqualTo(file);
    assertThat(merged(only, text -> "Salut."))
        .isEqualTo("translate french a_12345678:\n    # \"Hi.\"\n    \"Salut.\"\n");
  }

  @Test
  void readsDialogueOfModulesThatAreLoadedAndStringsOfAllFiles() throws IOException {
    game();
    write("loaded.rpym", "label loaded:\n    \"Loaded.\"\n");
    write("lost.rpym", "label lost:\n    \"Lost.\"\n    $ a = _(\"Found\")\n");
    write("tools_ren.py", "\"\"\"renpy\ninit python:\n\"\"\"\ntext = _(\"Python\")\n");
    write("zz.rpy", "init python:\n    renpy.load_module(\"loaded\")\n");
    write("cache/old.rpy", "label old:\n    \"Old.\"\n");
    List<ProjectFile> files = project(folder.resolve("My Game")).files();
    assertThat(files)
        .extracting(file -> file.target().getFileName().toString())
        .containsExactly("loaded.rpy", "lost.rpy", "script.rpy", "tools.rpy");
    assertThat(merged(files.get(0), text -> text)).contains("loaded_", "\"Loaded.\"");
    assertThat(merged(files.get(1), text -> text)).contains("\"Found\"").doesNotContain("lost_");
    assertThat(merged(files.get(3), text -> text))
        .contains("# game/tools_ren.py:4\n    old \"Python\"");
  }

  @Test
  void computesIdsOfTheEngineThatTheGameIsFor() throws IOException {
    String script = "label a:\n    voice \"x.ogg\"\n    \"Hi.\"\n";
    write("script.rpy", script);
    String all = merged(only(folder.resolve("My Game")), text -> text);
    Files.createDirectories(folder.resolve("My Game/renpy"));
    Files.writeString(
        folder.resolve("My Game/renpy/vc_version.py"), "version = '8.6.1.26010101'\n");
    String said = merged(only(folder.resolve("My Game")), text -> text);
    assertThat(all).contains("translate schinese a_c4fd8966:");
    assertThat(said).contains("translate schinese a_60dfd40c:");
    write("tl/french/script.rpy", "translate french a_c4fd8966:\n    \"Salut.\"\n");
    assertThat(merged(only(folder.resolve("My Game")), text -> text)).isEqualTo(all);
    write("options.rpy", "define config.tlid_only_considers_say = True\n");
    assertThat(merged(only(folder.resolve("My Game")), text -> text)).isEqualTo(said);
  }

  @Test
  void reportsLinesThatAreNoStatements() throws IOException {
    game();
    write("broken.rpy", "label broken:\n    this is nothing\n    \"Said.\"\n");
    Project project = project(folder.resolve("My Game"));
    assertThat(project.notices()).contains("game/broken.rpy: line 2: this is no statement");
    assertThat(merged(project.files().get(0), text -> text)).contains("\"Said.\"");
  }

  @Test
  void takesALooseScriptWithoutLookingIntoOtherFolders() throws IOException {
    Path loose = Files.createDirectories(folder.resolve("loose"));
    Path script = Files.writeString(loose.resolve("story.rpy"), "label a:\n    \"Hi.\"\n");
    Files.createDirectories(loose.resolve("deep"));
    Files.writeString(loose.resolve("deep/other.rpy"), "label a:\n    \"Hi.\"\n");
    Project project = project(script);
    assertThat(project.folder()).isEqualTo(loose);
    assertThat(merged(only(script), text -> text)).contains("# loose/story.rpy:2\n", "a_");
    assertThat(new RenpyFormat().project(loose, CHINESE)).isEmpty();
  }

  @Test
  void writesTheLanguageOfWhatIsInAFolderOfAnotherName() throws IOException {
    game();
    Path file = write("tl/zh-hans/a.rpy", "translate chinese start_4e73b00f:\n    e \"你好。\"\n");
    List<ProjectFile> files = project(file.getParent()).files();
    assertThat(files)
        .extracting(each -> each.target().toString())
        .containsExactly("tl/zh-hans/a.rpy", "tl/zh-hans/script.rpy");
    assertThat(merged(files.get(1), text -> text))
        .contains("translate chinese start_876aa077:", "translate chinese strings:")
        .doesNotContain("start_4e73b00f");
  }

  @Test
  void isNotConfusedByAFolderThatGamesAreKeptIn() throws IOException {
    game();
    Path kept = folder.resolve("tl/My Game");
    Files.createDirectories(kept.getParent());
    Files.move(folder.resolve("My Game"), kept);
    assertThat(project(kept).folder()).isEqualTo(kept.resolve("game"));
    assertThat(project(kept.resolve("game/script.rpy")).folder()).isEqualTo(kept.resolve("game"));
    Path books = Files.createDirectories(folder.resolve("tl/books"));
    Files.writeString(books.resolve("a.txt"), "x");
    assertThat(new RenpyFormat().project(books, CHINESE)).isEmpty();
  }

  @Test
  void tellsWhereTheEnginesOwnFontLacksTheLetters() throws IOException {
    Path game = folder.resolve("My Game");
    write("script.rpy", SCRIPT);
    write("gui.rpy", "define gui.text_font = \"DejaVuSans.ttf\"\n");
    assertThat(fontNotices(game, "zh")).hasSize(1);
    assertThat(fontNotices(game, "ko")).hasSize(1);
    assertThat(fontNotices(game, "de")).isEmpty();
    assertThat(fontNotices(game, "ru")).isEmpty();

    write("tl/korean/fonts.rpy", "translate korean style default:\n    font \"Nanum.otf\"\n");
    assertThat(fontNotices(game, "ko")).isEmpty();
    assertThat(fontNotices(game, "zh")).hasSize(1);

    write("fonts.rpy", "define gui.name_text_font = \"fonts/SourceHanSansLite.ttf\"\n");
    assertThat(fontNotices(game, "zh")).isEmpty();
  }

  private static List<String> fontNotices(Path game, String language) {
    return new RenpyFormat()
        .project(game, FormatOptions.DEFAULT.into(language)).orElseThrow().notices().stream()
            .filter(notice -> notice.contains("font"))
            .toList();
  }

  @Test
  void refusesTheGamesOwnLanguage() throws IOException {
    Path none = write("tl/None/common.rpym", "translate None strings:\n").getParent();
    assertThatThrownBy(() -> project(none))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("own language");
  }

  @Test
  void refusesAGameWithoutScripts() throws IOException {
    write("script.rpyc", "x");
    assertThatThrownBy(() -> project(folder.resolve("My Game")))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("unrpyc");
  }

  @Test
  void isNoProjectWhereThereAreNoScripts() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "x");
    assertThat(new RenpyFormat().project(folder, CHINESE)).isEmpty();
    assertThat(new RenpyFormat().project(folder.resolve("a.txt"), CHINESE)).isEmpty();
  }
}
