package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is found in translations that people made, and in the same with defects put in. */
final class TranslationChecksCorpusTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/renpy");

  /**
   * Findings that were looked at by eye, and why they are right.
   *
   * @param place the language, file, and id or string, or how they begin
   * @param id the check
   * @param count how many there are
   * @param reason what is wrong
   */
  private record Confirmed(String place, String id, int count, String reason) {}

  private static final List<Confirmed> QUESTION =
      List.of(
          new Confirmed("japanese script.rpy strings \"As soon as she", "RPY-013", 1, "new \"\""),
          new Confirmed(
              "french screens.rpy strings",
              "RPY-028",
              3,
              "the game's screens.rpy has none of them"),
          new Confirmed(
              "japanese screens.rpy strings",
              "RPY-028",
              4,
              "the game's screens.rpy has none of them"),
          new Confirmed(
              "russian screens.rpy strings",
              "RPY-028",
              4,
              "the game's screens.rpy has none of them"),
          new Confirmed(
              "schinese screens.rpy strings",
              "RPY-028",
              4,
              "the game's screens.rpy has none of them"));

  private static final List<Confirmed> TUTORIAL =
      List.of(
          new Confirmed(
              "japanese tutorial_screens.rpy strings \"Be Merry", "RPY-013", 1, "new \"\""),
          new Confirmed(
              "japanese tutorial_director.rpy director_", "RPY-027", 21, "that script is gone"),
          new Confirmed(
              "schinese tutorial_director.rpy director_", "RPY-027", 21, "that script is gone"),
          new Confirmed(
              "japanese tutorial_quickstart.rpy tutorial_dialogue_3e6b0068",
              "RPY-027",
              2,
              "its source is tutorial_dialogue_8989713f now"),
          new Confirmed(
              "schinese tutorial_quickstart.rpy tutorial_dialogue_3e6b0068",
              "RPY-027",
              2,
              "its source is tutorial_dialogue_8989713f now"),
          new Confirmed(
              "japanese tutorial_quickstart.rpy tutorial_images_", "RPY-027", 2, "reworded"),
          new Confirmed(
              "schinese tutorial_quickstart.rpy tutorial_images_", "RPY-027", 2, "reworded"),
          new Confirmed(
              "schinese tutorial_quickstart.rpy tutorial_create_18cd1d9d",
              "RPY-027",
              1,
              "the source names another editor now"),
          new Confirmed(
              "japanese tutorial_screen_displayables.rpy button_displayables_b89d12aa",
              "RPY-027",
              1,
              "its source is button_displayables_ed5d36cc now"),
          new Confirmed(
              "schinese tutorial_screen_displayables.rpy button_displayables_b89d12aa",
              "RPY-027",
              1,
              "its source is button_displayables_ed5d36cc now"),
          new Confirmed(
              "japanese tutorial_screen_displayables.rpy viewport_displayables_",
              "RPY-027",
              3,
              "no longer said"),
          new Confirmed(
              "schinese tutorial_screen_displayables.rpy viewport_displayables_",
              "RPY-027",
              3,
              "no longer said"),
          new Confirmed(
              "japanese tutorial_screen_displayables.rpy strings \"This text is wider",
              "RPY-028",
              1,
              "no longer shown"),
          new Confirmed(
              "schinese tutorial_screen_displayables.rpy strings \"This text is wider",
              "RPY-028",
              1,
              "no longer shown"),
          new Confirmed(
              "japanese indepth_style.rpy strings \"Far better it is",
              "RPY-028",
              1,
              "its end differs"),
          new Confirmed(
              "japanese screens.rpy strings \" \"", "RPY-028", 1, "a space is not shown"));

  @TempDir private Path folder;

  @BeforeAll
  static void hasCorpus() {
    assumeTrue(Files.isDirectory(CORPUS), "no folder " + CORPUS);
  }

  private static List<Problem> problems(Path game, Optional<String> language) {
    Game read = Game.read(GameFolder.in(game).orElseThrow(), FormatOptions.DEFAULT);
    return GameProblems.find(read, language, FormatOptions.DEFAULT);
  }

  private static void assertConfirmed(String game, List<Confirmed> confirmed) {
    List<String> unexpected = new ArrayList<>();
    int[] counts = new int[confirmed.size()];
    for (Problem problem : problems(CORPUS.resolve(game), Optional.empty())) {
      Path tl = problem.file().getParent().getFileName();
      String place = "%s %s %s".formatted(tl, problem.file().getFileName(), problem.place());
      boolean found = false;
      for (int i = 0; i < counts.length && !found; i++) {
        found =
            place.startsWith(confirmed.get(i).place())
                && problem.id().equals(confirmed.get(i).id());
        counts[i] += found ? 1 : 0;
      }
      if (!found) {
        unexpected.add(problem.toString());
      }
    }
    assertThat(unexpected).isEmpty();
    for (int i = 0; i < counts.length; i++) {
      assertThat(counts[i]).as("%s", confirmed.get(i)).isEqualTo(confirmed.get(i).count());
    }
  }

  @Test
  void findsInTheQuestionNothingButWhatIsWrong() {
    assertConfirmed("the_question", QUESTION);
  }

  @Test
  void findsInTheTutorialNothingButWhatIsWrong() {
    assertConfirmed("tutorial", TUTORIAL);
  }

  /** A defect that is put into the block of an id, or the entry of a string. */
  private record Defect(String name, String id, String target, UnaryOperator<String> change) {}

  private static UnaryOperator<String> replace(String pattern, String replacement) {
    return text ->
        Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).replaceFirst(replacement);
  }

  private static final String SAID = "^(    \\w+ \"[^\"]*)(\")";

  private static final List<Defect> DEFECTS =
      List.of(
          new Defect("unknown tag", "RPY-001", "say", replace(SAID, "$1{bx}$2")),
          new Defect("unclosed tag", "RPY-002", "say", replace(SAID, "$1{b}$2")),
          new Defect("crossed tags", "RPY-003", "say", replace(SAID, "$1{b}{i}x{/b}{/i}$2")),
          new Defect("extra closing tag", "RPY-004", "say", replace(SAID, "$1{/b}$2")),
          new Defect("unterminated tag", "RPY-005", "say", replace(SAID, "$1{b x$2")),
          new Defect("unknown speaker", "RPY-025", "say", replace("^    \\w+ \"", "    zz \"")),
          new Defect("wrong indent", "RPY-020", "say", replace("^    (\\w+ \")", "$1")),
          new Defect("missing new", "RPY-021", "string", replace("^    new .*\\R", "")),
          new Defect(
              "duplicate old",
              "RPY-022",
              "string",
              replace("^(    old .*\\R    new .*\\R)", "$1$1")),
          new Defect("unknown variable", "RPY-007", "say", replace(SAID, "$1[nosuchvar]$2")),
          new Defect("unterminated variable", "RPY-006", "say", replace(SAID, "$1[m.name x$2")),
          new Defect(
              "dropped variable or tag",
              "RPY-009",
              "say",
              replace("^(    # \\w+ \"[^\"]*)", "$1{w}")),
          new Defect("percent sign", "RPY-010", "say", replace(SAID, "$1 100% sure$2")),
          new Defect("foreign substitution", "RPY-011", "say", replace(SAID, "$1%(foo)s$2")),
          new Defect(
              "raw inner quotes", "RPY-024", "narrator", replace("^    \"(.)", "    \"$1\"x\"")),
          new Defect("line end in a string", "RPY-012", "say", replace(SAID, "$1\n        。$2")),
          new Defect("empty string", "RPY-013", "say", replace("^(    \\w+ )\"[^\"]*\"", "$1\"\"")),
          new Defect(
              "orphan id",
              "RPY-027",
              "say",
              replace("^(translate \\w+ )\\w+:", "$1gone_00000000:")),
          new Defect(
              "old not in the game", "RPY-028", "string", replace("^    old \"", "    old \"No ")),
          new Defect(
              "bad tag in new", "RPY-001", "string", replace("^    new \"", "    new \"{bx}")),
          new Defect("duplicate block", "RPY-029", "say", text -> text + text));

  @TestFactory
  Stream<DynamicTest> findsEachDefectInRealFiles() {
    return Stream.of("schinese", "japanese", "russian", "french")
        .flatMap(
            language ->
                DEFECTS.stream()
                    .map(
                        defect ->
                            DynamicTest.dynamicTest(
                                language + ": " + defect.name(),
                                () -> assertFound(language, defect))));
  }

  private void assertFound(String language, Defect defect) throws IOException {
    Path game = Files.createDirectories(folder.resolve("game"));
    Files.copy(
        CORPUS.resolve("the_question/game/script.rpy"),
        game.resolve("script.rpy"),
        StandardCopyOption.REPLACE_EXISTING);
    Path tl = Files.createDirectories(game.resolve("tl").resolve(language));
    String text =
        Files.readString(
            CORPUS.resolve("the_question/game/tl").resolve(language).resolve("script.rpy"));
    String start =
        switch (defect.target()) {
          case "say" ->
              "^# (?:game/)?script\\.rpy:\\d+\\R(translate \\w+ (\\w+):\\R\\R    # \\w+ \"[^\"]*\"\\R    \\w+ \"[^\"]*\"\\R\\R)";
          case "narrator" ->
              "^# (?:game/)?script\\.rpy:\\d+\\R(translate \\w+ (\\w+):\\R\\R    # \"[^\"]*\"\\R    \"[^\"]*\"\\R\\R)";
          default ->
              "^    # (?:game/)?script\\.rpy:\\d+\\R(    old \"([^\"]*)\"\\R    new \"[^\"]*\"\\R)";
        };
    Matcher matcher = Pattern.compile(start, Pattern.MULTILINE).matcher(text);
    assertThat(matcher.find()).isTrue();
    String changed = defect.change().apply(matcher.group(1));
    assertThat(changed).isNotEqualTo(matcher.group(1));
    Path file = tl.resolve("script.rpy");
    Files.writeString(
        file, text.substring(0, matcher.start(1)) + changed + text.substring(matcher.end(1)));
    long line = text.substring(0, matcher.start(1)).lines().count();
    String id = defect.id().equals("RPY-027") ? "gone_00000000" : matcher.group(2);
    assertThat(problems(folder, Optional.of(language)))
        .filteredOn(problem -> problem.id().equals(defect.id()) && problem.file().equals(file))
        .anySatisfy(
            problem -> {
              assertThat((long) problem.line()).isBetween(line, line + 9);
              assertThat(problem.place()).contains(id.substring(0, Math.min(20, id.length())));
            });
  }
}
