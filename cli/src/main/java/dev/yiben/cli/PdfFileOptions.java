package dev.yiben.cli;

import dev.yiben.formats.format.PdfOptions;
import dev.yiben.formats.format.PdfSave;
import dev.yiben.formats.pdf.font.FontLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say how PDF files are written. */
final class PdfFileOptions implements OptionSection {
  private static final int LEAST_PERCENT = 10;
  private static final int MOST_PERCENT = 100;

  @Option(
      names = "--font",
      paramLabel = "FILE",
      description =
          "A TrueType or OpenType font to write translations of PDF files in where it has the"
              + " glyphs; may be given again for others.")
  private List<Path> fonts = List.of();

  @Option(
      names = "--pdf-save",
      paramLabel = "incremental|compact",
      defaultValue = "incremental",
      description =
          "How translated PDF files are saved: what changes behind the original, or anew without"
              + " the old text; default: incremental.")
  private PdfSave save;

  @Option(
      names = "--pdf-smallest",
      paramLabel = "PERCENT",
      defaultValue = "60",
      description =
          "How small text in PDF files may become to fit, in percent of its size; default: 60.")
  private int smallest;

  /** Throws a usage exception if a number is out of its range or a font cannot be used. */
  void requireValid() {
    if (smallest < LEAST_PERCENT || smallest > MOST_PERCENT) {
      throw new UsageException(
          "--pdf-smallest "
              + smallest
              + ": a number from "
              + LEAST_PERCENT
              + " to "
              + MOST_PERCENT
              + " is needed");
    }
    for (Path font : fonts) {
      if (!Files.isRegularFile(font)) {
        throw new UsageException("--font " + font + ": there is no such file");
      }
    }
    try {
      // Before all is translated, and not when it is to be written.
      FontLibrary.requireUsable(fonts);
    } catch (IOException e) {
      throw new UsageException("--font: " + e.getMessage() + "; take another one");
    }
  }

  /** Returns how PDF files are written. */
  PdfOptions options() {
    return new PdfOptions(save, smallest / 100.0, fonts);
  }

  @Override
  public String heading() {
    return "PDF files:";
  }
}
