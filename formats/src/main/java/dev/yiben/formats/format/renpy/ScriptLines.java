package dev.yiben.formats.format.renpy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The logical lines of a script in their blocks.
 *
 * @param lines those of the file itself; each has those of its block
 * @param problems what the engine would not accept in them, by line
 */
record ScriptLines(List<LogicalLine> lines, List<ScriptProblem> problems) {
  private static final int MOST_LEVELS = 100;

  ScriptLines {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /** Lines of one depth that follow each other. */
  private record Block(int indent, LogicalLine owner) {}

  /**
   * Reads a script.
   *
   * @param file the text of the file, without a byte order mark
   * @param fileName the last part of its path, which private names are made from
   */
  static ScriptLines read(String file, String fileName) {
    List<ScriptProblem> problems = new ArrayList<>();
    List<LogicalLine> flat =
        new LineScanner(file, new PrivateNames(fileName), problems::add).scan();
    return new ScriptLines(group(flat, problems), problems);
  }

  private static List<LogicalLine> group(List<LogicalLine> flat, List<ScriptProblem> problems) {
    List<LogicalLine> top = new ArrayList<>();
    Deque<Block> open = new ArrayDeque<>();
    LogicalLine previous = null;
    for (LogicalLine line : flat) {
      if (previous == null) {
        if (line.indent() > 0) {
          problems.add(problem(line, "the first line is indented; it may not be"));
        }
        open.push(new Block(line.indent(), null));
      } else if (line.indent() > previous.indent() && line.indent() > open.peek().indent()) {
        if (open.size() < MOST_LEVELS) {
          open.push(new Block(line.indent(), previous));
        } else {
          problems.add(problem(line, "blocks in more than %d blocks".formatted(MOST_LEVELS)));
        }
      } else {
        while (open.size() > 1 && line.indent() <= open.peek().owner().indent()) {
          open.pop();
        }
        if (line.indent() != open.peek().indent()) {
          problems.add(problem(line, "its indentation is that of no block around it"));
        }
      }
      LogicalLine owner = open.peek().owner();
      if (owner == null) {
        top.add(line);
      } else {
        owner.addToBlock(line);
      }
      previous = line;
    }
    return top;
  }

  private static ScriptProblem problem(LogicalLine line, String message) {
    return new ScriptProblem(line.number(), message);
  }
}
