package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a say statement from where a cursor is. */
final class SayReader {
  private final LineCursor cursor;

  SayReader(LineCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Reads the rest of the line.
   *
   * @throws ScriptError if it is no say statement
   */
  Say read() {
    int start = cursor.position();
    Optional<StringLiteral> alone = cursor.sayString();
    if (alone.isPresent()) {
      Say said = finish(Optional.empty(), List.of(), List.of(), alone.get(), true);
      if (cursor.atEnd()) {
        return said;
      }
    }
    cursor.back(start);
    Say said = spoken(false, true).orElseThrow(() -> new ScriptError("this is no statement"));
    cursor.expectEnd();
    return said;
  }

  /**
   * Reads a say statement in a menu, which has a speaker.
   *
   * @return nothing if there is none; the position is then anywhere
   */
  Optional<Say> readInMenu() {
    return spoken(true, false);
  }

  private Optional<Say> spoken(boolean operators, boolean interact) {
    Optional<Span> who = cursor.simpleExpression(operators);
    List<String> attributes = attributes();
    List<String> temporary = cursor.match("@") ? attributes() : List.of();
    Optional<StringLiteral> what = cursor.sayString();
    if (who.isEmpty() || what.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(finish(who, attributes, temporary, what.get(), interact));
  }

  private List<String> attributes() {
    List<String> attributes = new ArrayList<>();
    while (true) {
      String minus = cursor.match("-") ? "-" : "";
      String word = cursor.imageWord();
      if (word.isEmpty()) {
        return attributes;
      }
      attributes.add(minus + word);
    }
  }

  private Say finish(
      Optional<Span> who,
      List<String> attributes,
      List<String> temporary,
      StringLiteral what,
      boolean waits) {
    boolean interact = waits;
    Optional<String> id = Optional.empty();
    Optional<String> arguments = Optional.empty();
    Optional<String> with = Optional.empty();
    while (true) {
      if (cursor.keyword("nointeract")) {
        interact = false;
      } else if (cursor.keyword("with")) {
        if (with.isPresent()) {
          throw new ScriptError("a second with; a say statement has only one");
        }
        with = Optional.of(cursor.requireExpression().text());
      } else if (cursor.keyword("id")) {
        String name = cursor.name();
        if (name.isEmpty()) {
          throw new ScriptError("a name is missing after id");
        }
        id = Optional.of(name);
      } else {
        Optional<String> passed = cursor.arguments();
        if (passed.isEmpty()) {
          break;
        }
        if (arguments.isPresent()) {
          throw new ScriptError("more arguments; a say statement has them only once");
        }
        arguments = passed;
      }
    }
    return new Say(cursor.line(), who, attributes, temporary, what, interact, id, arguments, with);
  }
}
