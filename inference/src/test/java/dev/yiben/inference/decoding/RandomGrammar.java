package dev.yiben.inference.decoding;

import java.util.List;
import java.util.Random;

/** Grammars made by chance; not all of them are sound. */
final class RandomGrammar {
  private static final List<String> TERMINALS =
      List.of(
          "\"a\"",
          "\"ab\"",
          "\"the \"",
          "\" \"",
          "\"1|\"",
          "\"\\n\"",
          "\"⟦1⟧\"",
          "\"你\"",
          "\"好。\"",
          "[a-z]",
          "[^a\\n]",
          "[^⟦⟧\\x00-\\x1F]",
          ".",
          "[ぁ-ゖ你好]",
          "[一-鿿]",
          "[^一-你]",
          "[0-9 ,.]",
          "[\\U0001F600-\\U0001F64Fé]");

  private final Random random;
  private final int rules;

  RandomGrammar(long seed) {
    random = new Random(seed);
    rules = 1 + random.nextInt(4);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int rule = 0; rule < rules; rule++) {
      text.append(rule == 0 ? "root" : "r" + rule).append(" ::= ").append(alternatives(0, rule));
      text.append('\n');
    }
    return text.toString();
  }

  private String alternatives(int depth, int rule) {
    StringBuilder text = new StringBuilder(sequence(depth, rule));
    while (random.nextInt(3) == 0) {
      text.append(" | ").append(sequence(depth, rule));
    }
    return text.toString();
  }

  private String sequence(int depth, int rule) {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      text.append(i == 0 ? "" : " ").append(part(depth, rule, i == 0)).append(repetition());
    }
    return text.toString();
  }

  private String part(int depth, int rule, boolean first) {
    int kind = random.nextInt(6);
    if (kind == 0 && depth < 2) {
      return "(" + alternatives(depth + 1, rule) + ")";
    }
    // Only later rules may come first, so that no rule begins with itself.
    int from = first ? rule + 1 : 1;
    if (kind == 1 && from < rules) {
      return "r" + (from + random.nextInt(rules - from));
    }
    return TERMINALS.get(random.nextInt(TERMINALS.size()));
  }

  private String repetition() {
    return switch (random.nextInt(12)) {
      case 0 -> "*";
      case 1 -> "+";
      case 2 -> "?";
      case 3 -> "{" + (1 + random.nextInt(3)) + "}";
      case 4 -> "{" + random.nextInt(3) + "," + (3 + random.nextInt(6)) + "}";
      case 5 -> "{" + random.nextInt(3) + ",}";
      default -> "";
    };
  }
}
