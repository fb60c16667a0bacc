package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.TargetLookup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the real engine reads what was written as it was meant. */
final class LiteralEngineTest {
  private static final int ROUNDS = 30;
  private static final List<String> LITERALS =
      List.of(
          "\"%s\"",
          "'%s'",
          "`%s`",
          "r\"%s\"",
          "r'%s'",
          "\"\"\"%s\"\"\"",
          "e \"%s\"",
          "e '''%s'''",
          "e r\"\"\"%s\"\"\"",
          "\"Shop\" '%s' (a=1)");

  /** Writes what the engine understood: for each line a number for each character. */
  private static final String WITNESS =
      """
      define e = Character("Eileen")
      init 1500 python:
          def witness(texts):
              return "".join(" ".join(str(ord(c)) for c in text) + "\\n" for text in texts)

          said = [ (n.linenumber, n.what) for n in renpy.game.script.namemap.values()
              if isinstance(n, renpy.ast.Say) and n.filename.endswith("tricky.rpy") ]
          strings = renpy.game.script.translator.strings["xx"].translations
          with open(config.gamedir + "/witness.txt", "w") as f:
              f.write(witness(what for line, what in sorted(said)))
              f.write(witness(new for old, new in sorted(strings.items()) if old[:4] == "text"))
      """;

  @TempDir private Path folder;

  private static String randomText(Random random) {
    String alphabet = "ab \"'`\\{[]}%()s/=#!:nu0041\n\t\u3000\u00A0é字𝄞";
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(14); i >= 0; i--) {
      int at = random.nextInt(alphabet.codePointCount(0, alphabet.length()));
      text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, at)));
    }
    return text.toString();
  }

  private static String numbers(String text) {
    return text.codePoints().mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }

  @Test
  void readsEveryLiteralAsItWasMeant() throws IOException {
    RenpyEngine engine = RenpyEngine.inFolder(folder);
    Path game = RenpyEngine.theQuestion(folder.resolve("game"));
    Random random = new Random(23);
    StringBuilder script = new StringBuilder("label tricky:\n");
    StringBuilder strings = new StringBuilder("translate xx strings:\n");
    for (int round = 0; round < ROUNDS; round++) {
      for (String literal : LITERALS) {
        script.append("    ").append(literal.formatted("y")).append('\n');
      }
      for (int kind = 0; kind < 5; kind++) {
        String literal = List.of("\"%s\"", "'%s'", "u'%s'", "r\"%s\"", "'''%s'''").get(kind);
        String name = "text%02d%d".formatted(round, kind);
        strings.append("    old \"%s\"\n    new %s\n".formatted(name, literal.formatted("")));
      }
    }
    List<String> expected =
        translate(game.resolve("game/tricky.rpy"), script.toString(), random, true);
    expected.addAll(translate(game.resolve("game/tl/xx.rpy"), strings.toString(), random, false));
    Files.writeString(game.resolve("game/witness.rpy"), WITNESS);

    RenpyEngine.Run run = engine.lint(game);

    Path witness = game.resolve("game/witness.txt");
    assertThat(witness).as("%s", run).exists();
    assertThat(expected).hasSize(ROUNDS * (LITERALS.size() + 5));
    assertThat(Files.readAllLines(witness)).isEqualTo(expected);
  }

  /** Writes a file with random targets, and returns what the engine should make of them. */
  private static List<String> translate(Path file, String text, Random random, boolean percent)
      throws IOException {
    Files.writeString(file, text);
    List<String> expected = new ArrayList<>();
    Map<SegmentId, CodedText> targets = new HashMap<>();
    try (Document document = new RenpyFormat().open(file)) {
      for (Segment segment : document.segments()) {
        String target = randomText(random);
        targets.put(segment.id(), CodedText.of(target));
        if (!segment.id().value().endsWith("/who")) {
          expected.add(numbers(GameText.of("", percent).value(CodedText.of(target))));
        }
      }
      Path written = file.resolveSibling("written.txt");
      try (OutputStream out = Files.newOutputStream(written)) {
        document.merge(
            new TargetLookup() {
              @Override
              public String targetLanguage() {
                return "xx";
              }

              @Override
              public Optional<CodedText> target(SegmentId id) {
                return Optional.ofNullable(targets.get(id));
              }
            },
            out);
      }
      Files.write(file, Files.readAllBytes(written));
    }
    return expected;
  }
}
