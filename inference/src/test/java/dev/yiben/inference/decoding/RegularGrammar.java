package dev.yiben.inference.decoding;

import java.util.List;
import java.util.Random;

/** A grammar without rules that is a regular expression as well. */
record RegularGrammar(String gbnf, String regex) {
  /** In GBNF and as a regular expression, in turns. */
  private static final List<String> TERMINALS =
      List.of(
          "\"a\"",
          "a",
          "\"ab\"",
          "ab",
          "\"1|\"",
          "1\\|",
          "\"⟦1⟧\"",
          "⟦1⟧",
          "\"你\"",
          "你",
          "[a-c]",
          "[a-c]",
          "[^a\\n]",
          "[^a\\n]",
          "[^⟦⟧\\x00-\\x1F]",
          "[^⟦⟧\\x00-\\x1F]",
          ".",
          ".",
          "[ぁ-ゖ你好]",
          "[ぁ-ゖ你好]",
          "[^b-你]",
          "[^b-你]",
          "[\\U0001F600-\\U0001F64Fé]",
          "[\\x{1F600}-\\x{1F64F}é]");

  private static final List<String> CHARACTERS =
      List.of("a", "b", "a", "b", "c", "1|", "⟦1⟧", "你", "好", "\n", "é", "😀");

  static RegularGrammar random(long seed) {
    RegularGrammar grammar = alternatives(new Random(seed), 0);
    return new RegularGrammar("root ::= " + grammar.gbnf, grammar.regex);
  }

  static String randomText(long seed) {
    Random random = new Random(~seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
    }
    return text.toString();
  }

  private static RegularGrammar alternatives(Random random, int depth) {
    RegularGrammar all = sequence(random, depth);
    while (random.nextInt(3) == 0) {
      RegularGrammar more = sequence(random, depth);
      all = new RegularGrammar(all.gbnf + " | " + more.gbnf, all.regex + "|" + more.regex);
    }
    return all;
  }

  private static RegularGrammar sequence(Random random, int depth) {
    // A first part that cannot be empty, so that a group of these may be repeated.
    RegularGrammar all = terminal(random);
    int parts = random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      RegularGrammar part = terminal(random);
      if (depth < 2 && random.nextInt(4) == 0) {
        RegularGrammar group = alternatives(random, depth + 1);
        part = new RegularGrammar("(" + group.gbnf + ")", "(?:" + group.regex + ")");
      }
      String repetition = repetition(random);
      all =
          new RegularGrammar(
              all.gbnf + " " + part.gbnf + repetition,
              all.regex + "(?:" + part.regex + ")" + repetition);
    }
    return all;
  }

  private static RegularGrammar terminal(Random random) {
    int index = random.nextInt(TERMINALS.size() / 2);
    return new RegularGrammar(TERMINALS.get(2 * index), TERMINALS.get(2 * index + 1));
  }

  private static String repetition(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> "*";
      case 1 -> "+";
      case 2 -> "?";
      case 3 -> "{" + random.nextInt(4) + "}";
      case 4 -> "{" + random.nextInt(3) + "," + (3 + random.nextInt(3)) + "}";
      case 5 -> "{" + random.nextInt(3) + ",}";
      default -> "";
    };
  }
}
