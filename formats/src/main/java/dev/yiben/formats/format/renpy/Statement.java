package dev.yiben.formats.format.renpy;

import java.util.List;
import java.util.Optional;

/** A statement of a script, as far as translation needs to know it. */
sealed interface Statement {

  /** Returns the line that it begins in. */
  LogicalLine line();

  /**
   * One thing said: a paragraph of a say statement, mostly the only one.
   *
   * @param say the statement
   * @param what the paragraph
   */
  record Said(Say say, Span what) implements Statement {
    @Override
    public LogicalLine line() {
      return say.line();
    }
  }

  /**
   * A statement of those that are registered, by the engine's library or by the game.
   *
   * @param line its line
   * @param code what the engine writes for it
   * @param translatable whether it belongs to the say statement after it
   * @param block the statements in its block, if it has any that the engine reads as such
   */
  record Custom(LogicalLine line, String code, boolean translatable, List<Statement> block)
      implements Statement {}

  /**
   * A label.
   *
   * @param line its line, or that of a statement that has one
   * @param name its whole name
   * @param hidden whether translation ids ignore it
   * @param block the statements in its block
   */
  record Label(LogicalLine line, String name, boolean hidden, List<Statement> block)
      implements Statement {}

  /**
   * A menu.
   *
   * @param line its line
   * @param items its captions and choices
   */
  record Menu(LogicalLine line, List<MenuItem> items) implements Statement {}

  /**
   * A caption or choice of a menu.
   *
   * @param line its line
   * @param text what is shown
   * @param block the statements of a choice; nothing for a caption
   */
  record MenuItem(LogicalLine line, StringLiteral text, Optional<List<Statement>> block) {}

  /**
   * A statement that is nothing but the statements in its blocks: a condition, a loop, an init
   * block.
   *
   * @param line its line
   * @param blocks one for each branch
   */
  record Branches(LogicalLine line, List<List<Statement>> blocks) implements Statement {}

  /**
   * A translation of dialogue.
   *
   * @param line its line
   * @param language name of the language; {@code None} for that of the game
   * @param id which dialogue it translates
   * @param block what takes its place
   */
  record Translation(LogicalLine line, String language, String id, List<Statement> block)
      implements Statement {}

  /**
   * A table of translated strings.
   *
   * @param line its line, whose block it is
   * @param language name of the language; {@code None} for that of the game
   */
  record Strings(LogicalLine line, String language) implements Statement {}

  /** Any other statement, with what is in its block. */
  record Other(LogicalLine line) implements Statement {}

  /** Returns the statements in the blocks of a statement, by block. */
  static List<List<Statement>> inner(Statement statement) {
    if (statement instanceof Label label) {
      return List.of(label.block());
    }
    if (statement instanceof Branches branches) {
      return branches.blocks();
    }
    if (statement instanceof Menu menu) {
      return menu.items().stream().flatMap(item -> item.block().stream()).toList();
    }
    return statement instanceof Custom custom ? List.of(custom.block()) : List.of();
  }
}
