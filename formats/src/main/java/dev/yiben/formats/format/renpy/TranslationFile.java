package dev.yiben.formats.format.renpy;

import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.FileContent;
import dev.yiben.formats.format.FormatOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A translation file, or another script, as it was read for the translations in it.
 *
 * @param text its text
 * @param catalogue the translations
 */
record TranslationFile(DetectedText text, Catalogue catalogue) {
  private static final int MOST_BYTES = 32 << 20;

  /**
   * Reads a file.
   *
   * @param table which statements there are
   * @throws dev.yiben.formats.format.DocumentException if it is too large or no text
   */
  static TranslationFile read(Path file, StatementTable table, FormatOptions options) {
    DetectedText text = FileContent.readText(file, MOST_BYTES, "a script", options);
    return of(text, String.valueOf(file.getFileName()), table);
  }

  /** Reads the text of a file. */
  static TranslationFile of(DetectedText text, String fileName, StatementTable table) {
    String content = text.source().text();
    ScriptLines lines = ScriptLines.read(content, fileName);
    List<ScriptProblem> problems = new ArrayList<>(lines.problems());
    List<Statement> statements = ScriptReader.read(lines.lines(), table, problems::add);
    return new TranslationFile(text, CatalogueReader.read(content, statements, problems, table));
  }
}
