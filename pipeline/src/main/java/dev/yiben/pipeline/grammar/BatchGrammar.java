package dev.yiben.pipeline.grammar;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.pipeline.prompt.LineForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes the grammar of the answer to a batch: every line exactly once and in order, and in every
 * line each placeholder of its segment exactly once, pairs nested as in the source, with free text
 * around them and no line end.
 *
 * <p>Codes with the same parent may change places while there are at most {@value #MAX_FREE} of
 * them: a rule for each set of codes that are still to come, 2ⁿ rules instead of n! alternatives.
 * More keep their order, and so do those of a line with a limit.
 */
public final class BatchGrammar {
  private static final int MAX_FREE = 5;

  private final StringBuilder rules = new StringBuilder();
  private final Optional<BoundedText> bounded;
  private int nextRule;

  private BatchGrammar(Optional<BoundedText> bounded) {
    this.bounded = bounded;
  }

  /**
   * A line that is asked for.
   *
   * @param source the segment's source
   * @param columns the most columns of its translation, of which wide characters take two; empty
   *     for any number
   */
  public record Line(CodedText source, OptionalInt columns) {}

  /**
   * Returns the constraint for an answer to these sources.
   *
   * @param form how the lines are written
   * @param forbiddenCharacters ranges as in a character class, such as {@code ぁ-ゖ}, that no
   *     translation may contain; empty for none
   */
  public static OutputConstraint.Grammar of(
      LineForm form, List<CodedText> sources, String forbiddenCharacters) {
    return of(
        form,
        sources.stream().map(source -> new Line(source, OptionalInt.empty())).toList(),
        "und",
        forbiddenCharacters);
  }

  /**
   * Returns the constraint for an answer to lines that may have limits.
   *
   * @param form how the lines are written
   * @param targetLanguage of the translations, as a BCP 47 tag
   * @param forbiddenCharacters as above
   */
  public static OutputConstraint.Grammar of(
      LineForm form, List<Line> lines, String targetLanguage, String forbiddenCharacters) {
    // A model that has lost its place tends to begin another line in the middle of one.
    boolean bars =
        form == LineForm.PLAIN
            || lines.stream().anyMatch(line -> line.source().plainText().contains("|"));
    String excluded = "\\x00-\\x1F⟦⟧" + (bars ? "" : "|") + forbiddenCharacters;
    BatchGrammar grammar =
        new BatchGrammar(
            lines.stream().anyMatch(line -> line.columns().isPresent())
                ? Optional.of(new BoundedText(targetLanguage, excluded))
                : Optional.empty());
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String prefix = (i == 0 ? "" : "\\n") + form.prefix(i + 1);
      all.add((prefix.isEmpty() ? "" : quoted(prefix) + " ") + grammar.line(lines.get(i)));
    }
    return new OutputConstraint.Grammar(
        "root ::= "
            + String.join(" ", all)
            + "\n"
            + grammar.rules
            + grammar.bounded.map(BoundedText::rules).orElse("")
            + "t ::= [^"
            + excluded
            + "]\n");
  }

  private String line(Line line) {
    Optional<String> inRoom =
        bounded
            .filter(any -> line.columns().isPresent())
            .flatMap(rules -> rules.of(line.source(), line.columns().getAsInt()));
    return inRoom.orElseGet(() -> content(CodeTree.of(line.source())));
  }

  /** Returns what stands in a segment or between the halves of a pair. */
  private String content(CodeTree parent) {
    List<CodeTree> codes = parent.children();
    if (codes.isEmpty()) {
      return parent.hasText() ? "t+" : "t*";
    }
    if (codes.size() > MAX_FREE) {
      StringBuilder inOrder = new StringBuilder("t*");
      codes.forEach(code -> inOrder.append(' ').append(code(code)).append(" t*"));
      return rule(inOrder.toString());
    }
    return anyOrder(codes);
  }

  private String anyOrder(List<CodeTree> codes) {
    List<String> bodies = codes.stream().map(this::code).toList();
    String[] ruleOfSet = new String[1 << codes.size()];
    ruleOfSet[0] = "t*";
    for (int set = 1; set < ruleOfSet.length; set++) {
      List<String> alternatives = new ArrayList<>();
      for (int code = 0; code < bodies.size(); code++) {
        if ((set & 1 << code) != 0) {
          alternatives.add(bodies.get(code) + " " + ruleOfSet[set & ~(1 << code)]);
        }
      }
      ruleOfSet[set] = rule("t* (" + String.join(" | ", alternatives) + ")");
    }
    return ruleOfSet[ruleOfSet.length - 1];
  }

  private String code(CodeTree tree) {
    InlineCode code = tree.code();
    if (code.kind() == InlineCode.Kind.STANDALONE) {
      return quoted(code.placeholder());
    }
    InlineCode close = new InlineCode(code.number(), InlineCode.Kind.CLOSE, "", "");
    return quoted(code.placeholder()) + " " + content(tree) + " " + quoted(close.placeholder());
  }

  private String rule(String body) {
    String name = "r" + nextRule++;
    rules.append(name).append(" ::= ").append(body).append('\n');
    return name;
  }

  private static String quoted(String literal) {
    return '"' + literal + '"';
  }
}
