package dev.yiben.cli;

import dev.yiben.formats.format.SubtitleOptions;
import java.time.Duration;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say how much of a translated subtitle is shown at once. */
final class CueOptions implements OptionSection {
  @Option(
      names = "--characters-per-line",
      paramLabel = "auto|off|N",
      defaultValue = "auto",
      converter = FigureConverter.class,
      description =
          "Most characters of a line of subtitles; default: auto, what is usual in the language of"
              + " the translation.")
  private OptionalInt charactersPerLine;

  @Option(
      names = "--characters-per-second",
      paramLabel = "auto|off|N",
      defaultValue = "auto",
      converter = FigureConverter.class,
      description =
          "Most characters that a subtitle may have for each second in which it is shown; default:"
              + " auto, as above.")
  private OptionalInt charactersPerSecond;

  @Option(
      names = "--max-lines",
      paramLabel = "N",
      defaultValue = "2",
      description = "Most lines of a subtitle; default: ${DEFAULT-VALUE}.")
  private int maxLines;

  @Option(
      names = "--scene-gap",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "Subtitles after a longer pause are another scene, which is translated on its own;"
              + " default: ${DEFAULT-VALUE}.")
  private int sceneGap;

  /** Throws a usage exception if a number is out of its range. */
  void requireValid() {
    UsageException.requireAtLeast(1, "--max-lines", maxLines);
    UsageException.requireAtLeast(0, "--scene-gap", sceneGap);
  }

  /** Returns the limits of subtitles. */
  SubtitleOptions limits() {
    return new SubtitleOptions(
        charactersPerLine, charactersPerSecond, maxLines, Duration.ofSeconds(sceneGap));
  }

  @Override
  public String heading() {
    return "Subtitles:";
  }

  /** Reads a number of characters, or a word. */
  private static final class FigureConverter implements ITypeConverter<OptionalInt> {
    private static final int MOST = 10_000;

    @Override
    public OptionalInt convert(String value) {
      return switch (value) {
        case "auto" -> OptionalInt.empty();
        case "off", "false" -> OptionalInt.of(0);
        default -> number(value);
      };
    }

    private static OptionalInt number(String value) {
      int number = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : 0;
      if (number < 1 || number > MOST) {
        throw new TypeConversionException(
            "'" + value + "' is not auto, off or a number from 1 to " + MOST);
      }
      return OptionalInt.of(number);
    }
  }
}
