package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptLinesTest {
  private static ScriptLines read(String file) {
    return ScriptLines.read(file, "script.rpy");
  }

  private static String tree(Iterable<LogicalLine> lines) {
    StringBuilder tree = new StringBuilder();
    for (LogicalLine line : lines) {
      tree.append(line.number()).append(':').append(line.text());
      if (!line.block().isEmpty()) {
        tree.append('{').append(tree(line.block())).append('}');
      }
      tree.append(';');
    }
    return tree.toString();
  }

  @Test
  void putsLinesIntoBlocks() {
    ScriptLines lines = read("label a:\n  if x:\n    \"1\"\n  \"2\"\n\n# c\nlabel b:\n");
    assertThat(tree(lines.lines())).isEqualTo("1:label a:{2:if x:{3:\"1\";};4:\"2\";};7:label b:;");
    assertThat(lines.problems()).isEmpty();
  }

  @Test
  void continuesLinesInBracketsAndStringsAndAfterBackslashes() {
    String file =
        "$ x = (1, # one\n  2)\ne \"a\n  b\"\n$ y = 1 + \\\n  2\n\"\"\"\nA\n\nB\"\"\"\nz\n";
    ScriptLines lines = read(file);
    assertThat(tree(lines.lines()))
        .isEqualTo(
            "1:$ x = (1, \n  2);3:e \"a\n  b\";5:$ y = 1 + \\\n  2;7:\"\"\"\nA\n\nB\"\"\";11:z;");
    LogicalLine first = lines.lines().get(0);
    int two = first.text().indexOf('2');
    assertThat(file.charAt(first.start(two))).isEqualTo('2');
    assertThat(first.end(two + 1)).isEqualTo(first.start(two) + 1);
  }

  @Test
  void leavesCarriageReturnsOutButKnowsOffsets() {
    String file = "label a:\r\n    e \"b\r\n  c\"\r\n    d\r\n";
    ScriptLines lines = read(file);
    assertThat(tree(lines.lines())).isEqualTo("1:label a:{2:e \"b\n  c\";4:d;};");
    LogicalLine say = lines.lines().get(0).block().get(0);
    assertThat(say.start(say.text().indexOf('c'))).isEqualTo(file.indexOf("c\""));
  }

  @Test
  void spellsOutPrivateNames() {
    ScriptLines lines = read("$ __a = ___(\"b\") + __(\"[__c] [[__d] [__e__]\")\n");
    assertThat(tree(lines.lines()))
        .isEqualTo("1:$ _m1_script__a = ___(\"b\") + __(\"[_m1_script__c] [[__d] [__e__]\");");
  }

  @Test
  void goesOnAfterAMissingQuote() {
    ScriptLines lines = read("label a:\n  e \"one\n  e \"Two\"\n  e \"three\n  e \"...\"\n");
    assertThat(tree(lines.lines().get(0).block())).contains("3:e \"Two\"");
    assertThat(lines.problems())
        .isNotEmpty()
        .first()
        .isEqualTo(new ScriptProblem(2, "a quote or bracket is not closed; close it"));
  }

  @Test
  void goesOnAtTheNextStatementAfterAMissingBracket() {
    ScriptLines lines = read("$ a = f(1,\n\nlabel b:\n  e \"x)\n\ntranslate c d_1:\n  \"y\"\n");
    assertThat(tree(lines.lines()))
        .isEqualTo("1:$ a = f(1,;3:label b:{4:e \"x);};6:translate c d_1:{7:\"y\";};");
    assertThat(lines.problems()).extracting(ScriptProblem::line).containsExactly(1, 4);
  }

  @Test
  void reportsTabsAndIndentation() {
    ScriptLines lines = read("label a:\n\t\"1\"\nlabel b:\n    \"2\"\n  \"3\"\n");
    assertThat(lines.problems()).extracting(ScriptProblem::line).containsExactly(2, 5);
    assertThat(tree(lines.lines())).isEqualTo("1:label a:{2:\"1\";};3:label b:{4:\"2\";5:\"3\";};");
  }

  @Test
  void boundsDepthAndTime() {
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      deep.append(" ".repeat(i)).append("x\n");
    }
    assertThat(read(deep.toString()).problems()).isNotEmpty();
    assertThat(read("(\n".repeat(100_000)).problems()).hasSize(100_000);
    assertThat(read("\"a\n'b\n".repeat(100_000)).lines()).isNotEmpty();
    assertThat(read("e \"[__".repeat(100_000)).problems()).isNotEmpty();
    String list = "$ a = [\r\n" + "  _('a'),\r\n".repeat(200_000) + "]\r\n";
    int[] last = {0};
    MarkedStrings.find(read(list).lines(), found -> last[0] = found.end());
    assertThat(list.substring(last[0])).isEqualTo("),\r\n]\r\n");
  }
}
