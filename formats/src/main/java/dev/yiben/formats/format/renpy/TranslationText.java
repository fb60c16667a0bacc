package dev.yiben.formats.format.renpy;

import java.util.List;

/** Writes translation files as the engine generates them, in which all is its own source. */
final class TranslationText {
  private static final String INDENT = "    ";

  private final String language;
  private final String lineEnd;
  private final StringBuilder text = new StringBuilder();

  /**
   * Creates a text, which begins with an empty line.
   *
   * @param language name of the language
   * @param lineEnd what ends its lines
   */
  TranslationText(String language, String lineEnd) {
    this.language = language;
    this.lineEnd = lineEnd;
    line("");
  }

  /** Adds the translation of a unit of a script. */
  void add(String script, TranslationUnit unit) {
    line("# " + script + ":" + unit.line().number());
    line("translate " + language + " " + unit.id().replace('.', '_') + ":");
    line("");
    for (Statement statement : unit.statements()) {
      // The engine forgets that code in brackets may run over lines, and cannot read it then.
      line(INDENT + "# " + Code.of(statement).replace("\n", lineEnd + INDENT + "# "));
    }
    for (Statement statement : unit.statements()) {
      line(INDENT + Code.of(statement).replace("\n", lineEnd));
    }
    line("");
  }

  /** Adds a table of strings. */
  void add(List<GameString> strings) {
    line("translate " + language + " strings:");
    line("");
    for (GameString string : strings) {
      String written = PythonString.encode(string.value());
      line(INDENT + "# " + string.script().name() + ":" + string.line());
      line(INDENT + "old \"" + written + "\"");
      line(INDENT + "new \"" + written + "\"");
      line("");
    }
  }

  private void line(String line) {
    text.append(line).append(lineEnd);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
