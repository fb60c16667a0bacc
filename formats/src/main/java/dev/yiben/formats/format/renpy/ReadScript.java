package dev.yiben.formats.format.renpy;

import java.util.List;

/**
 * A script with its statements.
 *
 * @param script the script
 * @param statements its statements
 * @param problems what the engine would not accept in it
 */
record ReadScript(Script script, List<Statement> statements, List<ScriptProblem> problems) {
  ReadScript {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
  }
}
