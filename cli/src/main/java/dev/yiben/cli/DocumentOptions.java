package dev.yiben.cli;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.LineWrap;
import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.format.SpeakerNames;
import dev.yiben.formats.format.WritingMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say what translated documents look like. */
final class DocumentOptions implements OptionSection {
  @Option(
      names = "--layout",
      paramLabel = "target|bilingual|bilingual-above|bilingual-side",
      defaultValue = "target",
      description =
          "What translated documents show: the translation alone, or below its source (bilingual),"
              + " above it or beside it; default: target.")
  private Layout layout;

  @Option(
      names = "--writing-mode",
      paramLabel = "auto|keep|horizontal",
      defaultValue = "auto",
      description =
          "What becomes of vertical lines in books: kept, made horizontal, or by the language;"
              + " default: auto.")
  private WritingMode writingMode;

  @Option(
      names = "--ruby",
      paramLabel = "drop|keep",
      defaultValue = "drop",
      description = "What becomes of ruby readings (furigana) over translated text; default: drop.")
  private RubyReadings ruby;

  @Option(
      names = "--wrap",
      paramLabel = "auto|off|COLUMNS",
      defaultValue = "auto",
      converter = LineWrapConverter.class,
      description =
          "How paragraphs of plain text end their lines: as in the source, never, or after at most"
              + " so many columns; default: auto.")
  private LineWrap lineWrap;

  @Option(
      names = "--speaker-names",
      paramLabel = "translate|keep",
      defaultValue = "translate",
      description =
          "What becomes of the names of speakers in scripts: each is translated once, or stays as it"
              + " is; default: translate.")
  private SpeakerNames speakerNames;

  @Mixin private final CueOptions cues = new CueOptions();

  /** Throws a usage exception if a number is out of its range. */
  void requireValid() {
    cues.requireValid();
  }

  /** Returns how documents are read and written. */
  FormatOptions options() {
    return FormatOptions.DEFAULT
        .with(layout)
        .with(writingMode)
        .with(ruby)
        .with(lineWrap)
        .with(cues.limits())
        .with(speakerNames);
  }

  @Override
  public String heading() {
    return "What documents look like:";
  }

  /** Reads a number of columns, or a word. */
  private static final class LineWrapConverter implements ITypeConverter<LineWrap> {
    @Override
    public LineWrap convert(String value) {
      try {
        return switch (value) {
          case "auto" -> LineWrap.AUTO;
          case "off", "false" -> LineWrap.OFF;
          default -> LineWrap.at(Integer.parseInt(value));
        };
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'" + value + "' is not auto, off or a number from " + LineWrap.FEWEST_COLUMNS);
      }
    }
  }
}
