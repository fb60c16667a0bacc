package dev.yiben.formats.format.renpy;

import java.util.List;
import java.util.Optional;

/**
 * A say statement.
 *
 * @param line the line that it is
 * @param who the expression of the speaker; empty for the narrator
 * @param attributes what the speaker's image shows from here on
 * @param temporary what it shows for this line alone; empty without an {@code @}
 * @param what what is said
 * @param interact whether the engine waits for the player
 * @param id the translation id that it gives itself
 * @param arguments what is passed on to the speaker, in brackets
 * @param with the transition
 */
record Say(
    LogicalLine line,
    Optional<Span> who,
    List<String> attributes,
    List<String> temporary,
    StringLiteral what,
    boolean interact,
    Optional<String> id,
    Optional<String> arguments,
    Optional<String> with) {
  private static final int MORE = 64;

  Say {
    attributes = List.copyOf(attributes);
    temporary = List.copyOf(temporary);
  }

  /**
   * Reads a line as a say statement.
   *
   * @throws ScriptError if it is none
   */
  static Say read(LineCursor cursor) {
    return new SayReader(cursor).read();
  }

  /**
   * Returns the statement as the engine writes it.
   *
   * @param value what is said, decoded
   */
  String code(String value) {
    StringBuilder code = new StringBuilder(value.length() + MORE);
    who.ifPresent(speaker -> code.append(speaker.text()).append(' '));
    attributes.forEach(attribute -> code.append(attribute).append(' '));
    if (!temporary.isEmpty()) {
      code.append("@ ");
      temporary.forEach(attribute -> code.append(attribute).append(' '));
    }
    code.append(SayString.encode(value));
    if (!interact) {
      code.append(" nointeract");
    }
    id.ifPresent(name -> code.append(" id ").append(name));
    arguments.ifPresent(passed -> code.append(' ').append(passed));
    with.ifPresent(transition -> code.append(" with ").append(transition));
    return code.toString();
  }
}
