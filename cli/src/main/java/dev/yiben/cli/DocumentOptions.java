package dev.yiben.cli;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.LineWrap;
import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.format.SpeakerNames;
import dev.yiben.formats.format.WritingMode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
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

  @Option(
      names = "--encoding",
      paramLabel = "auto|NAME",
      defaultValue = "auto",
      converter = EncodingConverter.class,
      description =
          "How texts and subtitles are encoded, such as gb18030 or windows-1251; default: auto, by"
              + " their bytes.")
  private Encoding encoding;

  @Mixin private final CueOptions cues = new CueOptions();

  /** Throws a usage exception if a number is out of its range. */
  void requireValid() {
    cues.requireValid();
  }

  /** Returns how documents are read and written. */
  FormatOptions options() {
    FormatOptions options =
        FormatOptions.DEFAULT
            .with(layout)
            .with(writingMode)
            .with(ruby)
            .with(lineWrap)
            .with(cues.limits())
            .with(speakerNames);
    return encoding.known().map(options::with).orElse(options);
  }

  @Override
  public String heading() {
    return "What documents look like:";
  }

  /** An encoding, if it is known. */
  private record Encoding(Optional<Charset> known) {}

  /** Reads the name of an encoding that can be written too. */
  private static final class EncodingConverter implements ITypeConverter<Encoding> {
    @Override
    public Encoding convert(String value) {
      if (value.equals("auto")) {
        return new Encoding(Optional.empty());
      }
      try {
        Charset charset = Charset.forName(value);
        if (charset.canEncode()) {
          return new Encoding(Optional.of(charset));
        }
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        // Told below.
      }
      throw new TypeConversionException(
          "'" + value + "' is no encoding; known are utf-8, gb18030, big5, shift_jis and others");
    }
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
