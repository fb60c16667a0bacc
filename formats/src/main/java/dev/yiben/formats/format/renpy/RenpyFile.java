package dev.yiben.formats.format.renpy;

import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FileContent;
import dev.yiben.formats.format.FormatOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A single file as a document: a translation file is filled, a script is edited in place. */
final class RenpyFile {
  private static final int MAX_BYTES = 32 << 20;
  private static final int MOST_NOTICES = 10;

  private RenpyFile() {}

  /**
   * Opens a file, which may have nothing to translate.
   *
   * @throws DocumentException if it cannot be read
   */
  static Document open(Path path, FormatOptions options) {
    DetectedText file = FileContent.readText(path, MAX_BYTES, "a script", options);
    String text = file.source().text();
    String fileName = String.valueOf(path.getFileName());
    ScriptLines lines = ScriptLines.read(text, fileName);
    StatementTable table = new StatementTable();
    table.addRegistered(lines.lines());
    List<ScriptProblem> problems = new ArrayList<>(lines.problems());
    List<Statement> statements = ScriptReader.read(lines.lines(), table, problems::add);
    Catalogue catalogue = CatalogueReader.read(text, statements, problems, table);
    Script script = new Script(path, fileName, fileName, false, lines.lines(), lines.problems());
    Speakers speakers = new Speakers(Cast.of(List.of(script)));
    List<TextUnit> units =
        catalogue.isEmpty()
            ? new ScriptUnits(text, options.speakerNames(), speakers).units(statements, lines)
            : new CatalogueUnits(
                    SourceLines.UNKNOWN,
                    speakers,
                    options.speakerNames(),
                    TextRules.substitutesPercent(comments(catalogue)))
                .units(catalogue);
    return new RenpyDocument(file, units, notices(catalogue));
  }

  private static Stream<String> comments(Catalogue catalogue) {
    return catalogue.blocks().stream()
        .flatMap(block -> block.comments().stream())
        .map(said -> said.what().text());
  }

  private static List<String> notices(Catalogue catalogue) {
    List<String> notices = new ArrayList<>();
    List<CatalogueFault> faults = catalogue.faults();
    for (CatalogueFault fault : faults.subList(0, Math.min(MOST_NOTICES, faults.size()))) {
      notices.add("line %d: %s".formatted(fault.line(), fault.check().message(fault.subject())));
    }
    if (faults.size() > MOST_NOTICES) {
      notices.add("%d more lines that cannot be read".formatted(faults.size() - MOST_NOTICES));
    }
    List<TranslationBlock> stale =
        catalogue.blocks().stream().filter(block -> block.otherId().isPresent()).toList();
    if (!stale.isEmpty()) {
      notices.add(
          "%d blocks whose source was changed since they were made, such as %s in line %d"
              .formatted(stale.size(), stale.get(0).id(), stale.get(0).line()));
    }
    return notices;
  }
}
