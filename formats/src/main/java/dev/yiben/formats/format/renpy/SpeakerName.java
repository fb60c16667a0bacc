package dev.yiben.formats.format.renpy;

import java.util.Optional;

/** Finds the name of a speaker where it stands in the statement itself, as a string. */
final class SpeakerName {
  private SpeakerName() {}

  /** Returns the literal that names who speaks, unless an expression does. */
  static Optional<PythonLiteral> of(Say say) {
    return say.who()
        .filter(who -> PythonLiteral.startsLiteral(who.text()))
        .flatMap(who -> PythonLiteral.read(say.line(), 0, who.text().length()));
  }
}
