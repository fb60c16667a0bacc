package dev.yiben.formats.format.renpy;

import dev.yiben.formats.document.SegmentHints;
import java.util.Optional;
import java.util.function.Function;

/** Tells who says a line; {@code extend} goes on with the one before. */
final class Speakers {
  private final Function<String, Optional<String>> characters;
  private String last = "";

  /**
   * Creates a teller.
   *
   * @param characters the name of a character, by the expression that stands for it
   */
  Speakers(Function<String, Optional<String>> characters) {
    this.characters = characters;
  }

  /** Returns hints with who says a statement, if it is not the narrator. */
  SegmentHints hints(Say say) {
    String who = say.who().map(Span::text).orElse("");
    if (!who.equals("extend")) {
      last =
          SpeakerName.of(say).map(PythonLiteral::value).or(() -> characters.apply(who)).orElse(who);
    }
    return last.isBlank() ? SegmentHints.NONE : SegmentHints.NONE.withSpeaker(last);
  }
}
