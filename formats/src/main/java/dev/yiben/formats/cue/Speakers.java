package dev.yiben.formats.cue;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out who speaks by a label at the beginning of a line, such as {@code MARY:}. */
public final class Speakers {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:(?:-|>>)\\s*+)?"
              + "(?:(?<capitals>\\p{Lu}[\\p{Lu}\\p{M}\\d .'\u2019#-]{0,30}):(?=\\s|$)"
              + "|[\\[\u3010](?<named>[^\\[\\]\u3010\u3011\\n]{1,30})[\\]\u3011][:\uFF1A]"
              + "|\\[(?<bracketed>\\p{Lu}[\\p{L}\\p{M}.'\u2019-]{0,20}(?: \\p{Lu}[\\p{L}\\p{M}.'\u2019-]{0,20}){0,2})\\]"
              + "(?=\\s*\\S)"
              + "|\u3010(?<full>[^\u3010\u3011\\n]{1,12})\u3011(?=\\s*\\S))");

  /** What captions tell in brackets of sounds, rather than who speaks. */
  private static final Set<String> SOUNDS =
      Set.of(
          "applause",
          "cheers",
          "chuckles",
          "cries",
          "coughs",
          "gasps",
          "giggles",
          "grunts",
          "groans",
          "laughs",
          "laughter",
          "moans",
          "music",
          "screams",
          "shouts",
          "sighs",
          "silence",
          "sings",
          "sniffs",
          "sobs",
          "whispers",
          "yells");

  private Speakers() {}

  /** Returns the speaker whom a line or cue names first. */
  public static Optional<String> label(String text) {
    Matcher matcher = LABEL.matcher(text);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    for (String group : new String[] {"capitals", "named", "bracketed", "full"}) {
      String name = matcher.group(group);
      if (name != null && !name.isBlank() && !isSound(name)) {
        return Optional.of(name.strip());
      }
    }
    return Optional.empty();
  }

  private static boolean isSound(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("ing") || SOUNDS.contains(lower);
  }
}
