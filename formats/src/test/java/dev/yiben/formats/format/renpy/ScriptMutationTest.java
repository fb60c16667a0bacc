package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reads scripts that are cut off or damaged; nothing may throw or take long. */
class ScriptMutationTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String[] SCRAPS = {
    "\"",
    "'",
    "`",
    "\"\"\"",
    "(",
    ")",
    "[",
    "]",
    "{",
    "\\",
    "\n",
    "\r\n",
    "\t",
    " ",
    ":",
    "#",
    "$",
    "@",
    "label ",
    "menu:",
    "init ",
    "_(",
    "translate x strings:",
    "if ",
    "\uFEFF",
    "\u0000",
    "\u3000",
    "\uD83D",
    "__",
    "[__",
    "r\"",
    "rpy monologue ",
    ".",
    "-",
    "*",
    "0x"
  };

  private static String script() throws IOException {
    try (InputStream in = ScriptMutationTest.class.getResourceAsStream("everything/script.rpy")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int read(String text) {
    ScriptLines lines = ScriptLines.read(text, "script.rpy");
    StatementTable table = new StatementTable();
    table.addRegistered(lines.lines());
    List<ScriptProblem> problems = new ArrayList<>(lines.problems());
    List<Statement> statements = ScriptReader.read(lines.lines(), table, problems::add);
    List<MarkedString> strings = new ArrayList<>();
    MarkedStrings.find(lines.lines(), strings::add);
    for (MarkedString string : strings) {
      assertThat(string.start()).isBetween(0, string.end());
      assertThat(string.end()).isLessThanOrEqualTo(text.length());
    }
    int said = 0;
    for (TranslationUnit unit :
        UnitFinder.find(statements, IdRule.ALL_STATEMENTS, new HashSet<>())) {
      for (Statement statement : unit.statements()) {
        if (statement instanceof Statement.Said line) {
          said++;
          assertThat(line.what().start()).isBetween(0, line.what().end());
          assertThat(line.what().end()).isLessThanOrEqualTo(text.length());
        }
      }
    }
    return said + problems.size();
  }

  @Test
  void readsScriptsThatAreCutOff() throws IOException {
    String script = script();
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int end = 0; end <= script.length(); end += 11) {
            read(script.substring(0, end));
          }
        });
  }

  @Test
  void readsScriptsThatAreDamaged() throws IOException {
    String script = script();
    Random random = new Random(5);
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int round = 0; round < 500; round++) {
            StringBuilder damaged = new StringBuilder(script);
            for (int i = 0; i <= random.nextInt(6); i++) {
              int at = random.nextInt(damaged.length());
              switch (random.nextInt(3)) {
                case 0 -> damaged.insert(at, SCRAPS[random.nextInt(SCRAPS.length)]);
                case 1 ->
                    damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(40)));
                default ->
                    damaged.insert(
                        at, script, at / 2, Math.min(script.length(), at / 2 + random.nextInt(80)));
              }
            }
            assertThat(read(damaged.toString())).as(damaged.toString()).isPositive();
          }
        });
  }

  @Test
  void readsWhatNeverEnds() {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (String scrap : SCRAPS) {
            read(scrap.repeat(200_000 / scrap.length()));
            read((scrap + "\n").repeat(50_000));
            read("label a:\n    e \"" + (scrap + " x ").repeat(50_000) + "\"\n");
            read("$ a = " + (scrap + "a").repeat(50_000) + "\n");
          }
        });
  }
}
