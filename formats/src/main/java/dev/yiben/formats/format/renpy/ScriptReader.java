package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the statements of a block, and those of the blocks in it.
 *
 * <p>A line that is no statement is reported and skipped with its block.
 */
final class ScriptReader {
  private final StatementTable table;
  private final Consumer<ScriptProblem> problems;
  private ParagraphRule paragraphs;
  private String globalLabel;
  private List<LogicalLine> lines = List.of();
  private int next;

  private ScriptReader(
      StatementTable table,
      Consumer<ScriptProblem> problems,
      ParagraphRule paragraphs,
      String globalLabel) {
    this.table = table;
    this.problems = problems;
    this.paragraphs = paragraphs;
    this.globalLabel = globalLabel;
  }

  /** Reads the statements of a file; adds to the problems what is none. */
  static List<Statement> read(
      List<LogicalLine> lines, StatementTable table, Consumer<ScriptProblem> problems) {
    return new ScriptReader(table, problems, ParagraphRule.BLANK_LINE, "").statements(lines);
  }

  private List<Statement> block(LogicalLine owner) {
    return new ScriptReader(table, problems, paragraphs, globalLabel).statements(owner.block());
  }

  private List<Statement> statements(List<LogicalLine> block) {
    lines = block;
    List<Statement> statements = new ArrayList<>(block.size());
    while (next < lines.size()) {
      LogicalLine line = lines.get(next++);
      try {
        read(new LineCursor(line, paragraphs), statements);
      } catch (ScriptError e) {
        report(line, e);
      }
    }
    return statements;
  }

  private void report(LogicalLine line, ScriptError error) {
    problems.accept(new ScriptProblem(line.number(), error.getMessage()));
  }

  private void read(LineCursor cursor, List<Statement> statements) {
    LogicalLine line = cursor.line();
    StatementTable.Entry entry =
        table.read(cursor).orElseThrow(() -> new ScriptError("this is no statement"));
    switch (entry.kind()) {
      case SAY -> {
        say(Say.read(cursor), statements);
        if (!line.block().isEmpty()) {
          LogicalLine first = line.block().get(0);
          problems.accept(
              new ScriptProblem(first.number(), "it is indented below a line that has no block"));
        }
      }
      case IF -> statements.add(condition(cursor));
      case WHILE -> {
        cursor.requirePython();
        colon(cursor);
        statements.add(new Statement.Branches(line, List.of(block(line))));
      }
      case MENU -> menu(cursor, statements);
      case LABEL -> statements.add(label(cursor));
      case CALL -> {
        statements.add(new Statement.Other(line));
        calledFrom(cursor).ifPresent(statements::add);
      }
      case INIT -> init(cursor, statements);
      case MONOLOGUE -> {
        if (cursor.keyword("single")) {
          paragraphs = ParagraphRule.LINE_END;
        } else if (cursor.keyword("double")) {
          paragraphs = ParagraphRule.BLANK_LINE;
        } else if (cursor.keyword("none")) {
          paragraphs = ParagraphRule.NOTHING;
        } else {
          throw new ScriptError("single, double or none is missing");
        }
      }
      case TRANSLATE -> statements.add(translate(cursor));
      case CUSTOM ->
          statements.add(
              new Statement.Custom(
                  line,
                  line.text(),
                  entry.translatable(),
                  entry.script() ? block(line) : List.of()));
      case INIT_OFFSET, OTHER -> statements.add(new Statement.Other(line));
    }
  }

  private static void colon(LineCursor cursor) {
    cursor.require(":");
    cursor.expectEnd();
  }

  private static void say(Say say, List<Statement> statements) {
    for (Span part : say.what().parts()) {
      if (say.what().triple() && !say.what().raw() && part.text().equals("{clear}")) {
        statements.add(new Statement.Custom(say.line(), "nvl clear", false, List.of()));
      } else {
        statements.add(new Statement.Said(say, part));
      }
    }
  }

  private Statement condition(LineCursor cursor) {
    List<List<Statement>> blocks = new ArrayList<>();
    cursor.requirePython();
    colon(cursor);
    blocks.add(block(cursor.line()));
    boolean more = true;
    while (more && next < lines.size()) {
      LineCursor branch = new LineCursor(lines.get(next), paragraphs);
      boolean otherwise = branch.keyword("else");
      if (!otherwise && !branch.keyword("elif")) {
        break;
      }
      next++;
      try {
        if (!otherwise) {
          branch.requirePython();
        }
        colon(branch);
      } catch (ScriptError e) {
        report(branch.line(), e);
      }
      blocks.add(block(branch.line()));
      more = !otherwise;
    }
    return new Statement.Branches(cursor.line(), blocks);
  }

  private void menu(LineCursor cursor, List<Statement> statements) {
    LogicalLine line = cursor.line();
    String name = labelName(cursor);
    cursor.arguments();
    colon(cursor);
    if (!name.isEmpty()) {
      enter(name);
      statements.add(new Statement.Label(line, name, false, List.of()));
    }
    List<Statement.MenuItem> items = new ArrayList<>();
    for (LogicalLine item : line.block()) {
      try {
        menuItem(new LineCursor(item, paragraphs), items, statements);
      } catch (ScriptError e) {
        report(item, e);
      }
    }
    statements.add(new Statement.Menu(line, items));
  }

  private void menuItem(
      LineCursor cursor, List<Statement.MenuItem> items, List<Statement> statements) {
    if (cursor.keyword("with") || cursor.keyword("set")) {
      cursor.requireExpression();
      cursor.expectEnd();
      return;
    }
    int start = cursor.position();
    Optional<Say> said = new SayReader(cursor).readInMenu();
    if (said.isPresent()) {
      cursor.expectEnd();
      say(said.get(), statements);
      return;
    }
    cursor.back(start);
    StringLiteral text =
        cursor.string().orElseThrow(() -> new ScriptError("this is no choice or caption"));
    LogicalLine line = cursor.line();
    if (cursor.atEnd()) {
      items.add(new Statement.MenuItem(line, text, Optional.empty()));
      if (!line.block().isEmpty()) {
        throw new ScriptError("a choice has a block, but no colon; add it");
      }
      return;
    }
    cursor.arguments();
    if (cursor.keyword("if")) {
      cursor.requirePython();
    }
    colon(cursor);
    items.add(new Statement.MenuItem(line, text, Optional.of(block(line))));
  }

  private Statement label(LineCursor cursor) {
    String name = labelName(cursor);
    if (name.isEmpty()) {
      throw new ScriptError("the name of the label is missing or wrong");
    }
    enter(name);
    cursor.arguments();
    boolean hidden = cursor.keyword("hide");
    colon(cursor);
    return new Statement.Label(cursor.line(), name, hidden, block(cursor.line()));
  }

  private Optional<Statement> calledFrom(LineCursor cursor) {
    if (cursor.keyword("expression")) {
      cursor.requireExpression();
    } else {
      reference(cursor);
    }
    cursor.keyword("pass");
    cursor.arguments();
    if (!cursor.keyword("from")) {
      return Optional.empty();
    }
    String name = labelName(cursor);
    if (name.isEmpty()) {
      throw new ScriptError("the name of a label is missing after from");
    }
    return Optional.of(new Statement.Label(cursor.line(), name, false, List.of()));
  }

  private static void reference(LineCursor cursor) {
    cursor.name();
    if (cursor.match(".")) {
      cursor.name();
    }
  }

  /** Reads the name of a label that is defined; empty if there is none. */
  private String labelName(LineCursor cursor) {
    int start = cursor.position();
    String global = cursor.name();
    boolean local = cursor.match(".");
    if (!local) {
      return global;
    }
    boolean known = global.isEmpty() ? !globalLabel.isEmpty() : global.equals(globalLabel);
    String name = known ? cursor.name() : "";
    if (name.isEmpty()) {
      cursor.back(start);
      return "";
    }
    return globalLabel + "." + name;
  }

  private void enter(String label) {
    int dot = label.indexOf('.');
    globalLabel = dot < 0 ? label : label.substring(0, dot);
  }

  private void init(LineCursor cursor, List<Statement> statements) {
    do {
      cursor.skipInteger();
    } while (cursor.keyword("init"));
    if (cursor.match(":")) {
      cursor.expectEnd();
      statements.add(new Statement.Branches(cursor.line(), List.of(block(cursor.line()))));
    } else {
      List<Statement> inner = new ArrayList<>();
      read(cursor, inner);
      statements.add(new Statement.Branches(cursor.line(), List.of(inner)));
    }
  }

  private Statement translate(LineCursor cursor) {
    LogicalLine line = cursor.line();
    String language = cursor.name();
    String id = cursor.hash();
    if (language.isEmpty() || id.isEmpty()) {
      throw new ScriptError("translate needs a language and an id");
    }
    switch (id) {
      case "strings" -> {
        colon(cursor);
        return new Statement.Strings(line, language);
      }
      case "python", "style" -> {
        return new Statement.Other(line);
      }
      default -> {
        colon(cursor);
        return new Statement.Translation(line, language, id, block(line));
      }
    }
  }
}
