package dev.yiben.pipeline.grammar;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.lines.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Rules for texts of at most so many columns: one for each number of columns that are left, and a
 * wide character leads to that of two columns less.
 *
 * <p>Texts without codes share their rules. A text with codes has such rules of its own before each
 * of its codes. They keep their order, for else there would be as many rules for every set of them.
 */
final class BoundedText {
  /** Of more rules a grammar is larger than the limits are worth. */
  private static final int MOST_RULES = 8192;

  /** So much room no model needs to be held to. */
  private static final int MOST_COLUMNS = 512;

  private static final int WIDE = 2;

  private final StringBuilder rules = new StringBuilder();
  private final ColumnClasses classes;
  private int most = -1;
  private int texts;
  private int size;

  /**
   * Creates the rules of a grammar.
   *
   * @param language of the translations
   * @param excluded what no text may contain, as in a character class
   */
  BoundedText(String language, String excluded) {
    this.classes = ColumnClasses.of(language, excluded);
  }

  /**
   * Returns what matches a translation of a source in so many columns, or nothing where that would
   * take too many rules.
   */
  Optional<String> of(CodedText source, int columns) {
    if (columns > MOST_COLUMNS) {
      return Optional.empty();
    }
    List<InlineCode> codes = source.codes();
    boolean[] beforeText = beforeText(source);
    int room = columns - codes.stream().mapToInt(code -> Columns.of(code.text())).sum();
    if (codes.isEmpty()) {
      return Optional.of(text(Math.max(WIDE, room)));
    }
    int reserved = 0;
    for (boolean wanted : beforeText) {
      reserved += wanted ? WIDE : 0;
    }
    int free = Math.max(0, room - reserved);
    int widest = free + reserved / WIDE;
    if (size + (long) codes.size() * (widest + 1) > MOST_RULES) {
      return Optional.empty();
    }
    size += codes.size() * (widest + 1);
    return Optional.of(coded(codes, beforeText, free, widest));
  }

  /** Returns the rules that were made. */
  String rules() {
    if (most < 0) {
      return "";
    }
    StringBuilder all = new StringBuilder(rules);
    for (int columns = 0; columns <= most; columns++) {
      all.append(rest(columns))
          .append(" ::= \"\"")
          .append(characters(columns, BoundedText::rest))
          .append('\n');
    }
    return all.append(classes.rules()).toString();
  }

  /** Returns what matches a text that is not empty. */
  private String text(int columns) {
    most = Math.max(most, columns);
    return "(n " + rest(columns - 1) + " | w " + rest(columns - WIDE) + ")";
  }

  private static String rest(int columns) {
    return "c" + columns;
  }

  /**
   * Returns the name of the first of a text's rules.
   *
   * @param beforeText whether text must stand between a code and the next, in room that is kept for
   *     it
   * @param free columns without that room
   * @param widest the most columns that can be free, where a narrow character took the kept room
   */
  private String coded(List<InlineCode> codes, boolean[] beforeText, int free, int widest) {
    int text = texts++;
    for (int at = 0; at < codes.size(); at++) {
      int before = at;
      for (int columns = 0; columns <= widest; columns++) {
        String name = name(text, at, columns);
        rules
            .append(name)
            .append(" ::= ")
            .append(quoted(codes.get(at)))
            .append(' ')
            .append(
                beforeText[at]
                    ? wanted(text, at + 1, columns, widest, codes.size())
                    : next(text, at + 1, columns, codes.size()))
            .append(characters(columns, left -> name(text, before, left)))
            .append('\n');
      }
    }
    most = Math.max(most, widest);
    return name(text, 0, free);
  }

  private String wanted(int text, int at, int columns, int widest, int codes) {
    return "(n "
        + next(text, at, Math.min(widest, columns + 1), codes)
        + " | w "
        + next(text, at, columns, codes)
        + ")";
  }

  private String next(int text, int at, int columns, int codes) {
    return at == codes ? rest(columns) : name(text, at, columns);
  }

  private static String name(int text, int at, int columns) {
    return "x" + text + "-" + at + "-" + columns;
  }

  private String characters(int columns, IntFunction<String> rule) {
    StringBuilder alternatives = new StringBuilder();
    if (columns >= 1) {
      alternatives.append(" | n ").append(rule.apply(columns - 1));
    }
    if (columns >= WIDE) {
      alternatives.append(" | w ").append(rule.apply(columns - WIDE));
    }
    if (!classes.marks().isEmpty()) {
      alternatives.append(" | m ").append(rule.apply(columns));
    }
    return alternatives.toString();
  }

  private static String quoted(InlineCode code) {
    return '"' + code.placeholder() + '"';
  }

  /** Returns for each code whether it begins a pair of text without further codes. */
  private static boolean[] beforeText(CodedText source) {
    List<Boolean> wanted = new ArrayList<>();
    boolean text = false;
    boolean opened = false;
    for (Inline inline : source.content()) {
      if (inline instanceof TextRun run) {
        text |= !run.text().isBlank();
      } else {
        InlineCode code = (InlineCode) inline;
        if (code.kind() == InlineCode.Kind.CLOSE && opened && text) {
          wanted.set(wanted.size() - 1, true);
        }
        wanted.add(false);
        opened = code.kind() == InlineCode.Kind.OPEN;
        text = false;
      }
    }
    boolean[] array = new boolean[wanted.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = wanted.get(i);
    }
    return array;
  }
}
