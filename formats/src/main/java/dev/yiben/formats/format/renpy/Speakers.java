package dev.yiben.formats.format.renpy;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.format.SpeakerNames;
import java.util.Optional;

/** Tells who says a line; {@code extend} goes on with the one before. */
final class Speakers {
  private final Cast cast;
  private String last = "";

  /**
   * Creates a teller.
   *
   * @param cast those who are defined
   */
  Speakers(Cast cast) {
    this.cast = cast;
  }

  /** Returns whether someone is called so. */
  boolean hasName(String name) {
    return cast.hasName(name);
  }

  /** Returns the rule by which the name of a speaker stays, if it does. */
  static Optional<String> skipRule(Role role, SpeakerNames names) {
    boolean stays = role == Role.SPEAKER && names == SpeakerNames.KEEP;
    return stays ? Optional.of("speaker-name") : Optional.empty();
  }

  /** Returns hints with who says a statement, if it is not the narrator. */
  SegmentHints hints(Say say) {
    String who = say.who().map(Span::text).orElse("");
    if (!who.equals("extend")) {
      last = SpeakerName.of(say).map(PythonLiteral::value).or(() -> cast.name(who)).orElse(who);
    }
    return last.isBlank() ? SegmentHints.NONE : SegmentHints.NONE.withSpeaker(last);
  }
}
