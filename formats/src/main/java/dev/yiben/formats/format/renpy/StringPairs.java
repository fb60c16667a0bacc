package dev.yiben.formats.format.renpy;

import java.util.List;
import java.util.Optional;

/** Reads the pairs of {@code old} and {@code new} in a block of strings. */
final class StringPairs {
  private static final int EXCERPT = 40;

  private final String language;
  private final List<TranslatedString> strings;
  private final List<CatalogueFault> faults;
  private Optional<PythonLiteral> source = Optional.empty();
  private int sourceLine = -1;

  StringPairs(String language, List<TranslatedString> strings, List<CatalogueFault> faults) {
    this.language = language;
    this.strings = strings;
    this.faults = faults;
  }

  void read(List<LogicalLine> block) {
    for (LogicalLine line : block) {
      LineCursor cursor = new LineCursor(line, ParagraphRule.BLANK_LINE);
      switch (cursor.word()) {
        case "old" -> old(cursor);
        case "new" -> target(cursor);
        default -> unreadable(line, "neither old nor new; remove the line");
      }
      line.block().stream()
          .limit(1)
          .forEach(inner -> unreadable(inner, "the line is indented further; it may not be"));
    }
    missing();
  }

  private void old(LineCursor cursor) {
    missing();
    source = literal(cursor);
    sourceLine = cursor.line().number();
  }

  private void target(LineCursor cursor) {
    if (sourceLine < 0) {
      unpaired(cursor.line().number(), "a new without its old; add what is missing");
    }
    Optional<PythonLiteral> target = literal(cursor);
    if (source.isPresent() && target.isPresent()) {
      strings.add(
          new TranslatedString(
              language, sourceLine, source.get(), cursor.line().number(), target.get()));
    }
    source = Optional.empty();
    sourceLine = -1;
  }

  private void missing() {
    if (sourceLine >= 0) {
      unpaired(sourceLine, "an old without its new; add what is missing");
    }
    source = Optional.empty();
    sourceLine = -1;
  }

  private Optional<PythonLiteral> literal(LineCursor cursor) {
    LogicalLine line = cursor.line();
    Optional<PythonLiteral> literal = PythonLiteral.read(line, cursor.position());
    if (literal.filter(PythonLiteral::wraps).isPresent()) {
      faults.add(
          new CatalogueFault(
              RenpyCheck.UNREADABLE,
              line.number(),
              place(),
              "a string in single quotes runs over the end of the line; write \\n for a new line"));
    } else if (literal.isEmpty() && isBroken(line.text(), cursor.position())) {
      unreadable(line, "the string cannot be read; check its quotes");
    }
    return literal;
  }

  /** Other expressions are not translated, but no fault. */
  private static boolean isBroken(String text, int from) {
    String expression = text.substring(from).strip();
    return expression.isEmpty() || PythonLiteral.startsLiteral(expression);
  }

  private String place() {
    return source.map(literal -> place(literal.value())).orElse("strings");
  }

  /** Returns how a string is named to users. */
  static String place(String value) {
    String line = value.replace('\n', ' ');
    return "strings \"" + (line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line) + '"';
  }

  private void unreadable(LogicalLine line, String problem) {
    faults.add(new CatalogueFault(RenpyCheck.UNREADABLE, line.number(), place(), problem));
  }

  private void unpaired(int line, String problem) {
    faults.add(new CatalogueFault(RenpyCheck.UNPAIRED_STRING, line, place(), problem));
  }
}
