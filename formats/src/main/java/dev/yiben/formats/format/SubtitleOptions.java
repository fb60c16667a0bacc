package dev.yiben.formats.format;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How much of a translated subtitle is shown at once.
 *
 * @param charactersPerLine the most characters of a line; empty for what is usual in the target
 *     language, 0 for any number
 * @param charactersPerSecond the most characters that a second of showing them allows; empty for
 *     what is usual in the target language, 0 for any number
 * @param lines the most lines of a cue
 * @param sceneGap a longer pause begins another scene
 */
public record SubtitleOptions(
    OptionalInt charactersPerLine, OptionalInt charactersPerSecond, int lines, Duration sceneGap) {
  /** What is usual in the target language, and at most two lines. */
  public static final SubtitleOptions DEFAULT =
      new SubtitleOptions(OptionalInt.empty(), OptionalInt.empty(), 2, Duration.ofSeconds(60));

  public SubtitleOptions {
    if (charactersPerLine.orElse(0) < 0 || charactersPerSecond.orElse(0) < 0 || lines < 1) {
      throw new IllegalArgumentException("Subtitles need room for their text");
    }
    if (sceneGap.isNegative()) {
      throw new IllegalArgumentException("A pause cannot be negative: " + sceneGap);
    }
  }

  /** Returns these options with another number of characters in a line. */
  public SubtitleOptions withCharactersPerLine(OptionalInt characters) {
    return new SubtitleOptions(characters, charactersPerSecond, lines, sceneGap);
  }

  /** Returns these options with another number of characters in a second. */
  public SubtitleOptions withCharactersPerSecond(OptionalInt characters) {
    return new SubtitleOptions(charactersPerLine, characters, lines, sceneGap);
  }

  /** Returns these options with another number of lines. */
  public SubtitleOptions withLines(int most) {
    return new SubtitleOptions(charactersPerLine, charactersPerSecond, most, sceneGap);
  }

  /** Returns these options with another pause between scenes. */
  public SubtitleOptions withSceneGap(Duration gap) {
    return new SubtitleOptions(charactersPerLine, charactersPerSecond, lines, gap);
  }
}
