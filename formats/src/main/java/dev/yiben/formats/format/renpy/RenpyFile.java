package dev.yiben.formats.format.renpy;

import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FileContent;
import dev.yiben.formats.format.FormatOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A single file as a document: a translation file is filled, a script is edited in place. */
final class RenpyFile {
  private static final int MAX_BYTES = 16 << 20;
  private static final int MOST_NOTICES = 10;
  private static final Pattern CHARACTER =
      Pattern.compile(
          "(?:define\\s+|\\$\\s*)?(?<name>[\\w.]+)\\s*=\\s*(?:Dynamic)?Character\\(\\s*_*\\(?\\s*"
              + "(?<quote>[\"'])(?<text>[^\"'\\\\]{1,100})\\k<quote>.*",
          Pattern.DOTALL);

  private RenpyFile() {}

  /**
   * Opens a file.
   *
   * @throws DocumentException if it shows nothing
   */
  static Document open(Path path, FormatOptions options) {
    DetectedText file = FileContent.readText(path, MAX_BYTES, "a script", options);
    String text = file.source().text();
    ScriptLines lines = ScriptLines.read(text, String.valueOf(path.getFileName()));
    StatementTable table = new StatementTable();
    table.addRegistered(lines.lines());
    List<ScriptProblem> problems = new ArrayList<>(lines.problems());
    List<Statement> statements = ScriptReader.read(lines.lines(), table, problems::add);
    Catalogue catalogue = CatalogueReader.read(text, statements, problems, table);
    Map<String, String> characters = characters(lines);
    Speakers speakers = new Speakers(name -> Optional.ofNullable(characters.get(name)));
    List<TextUnit> units =
        catalogue.isEmpty()
            ? new ScriptUnits(text, options.speakerNames(), speakers).units(statements, lines)
            : new CatalogueUnits(SourceLines.UNKNOWN, speakers, options.speakerNames())
                .units(catalogue);
    if (units.isEmpty()) {
      throw new DocumentException(path, "a script without any text; there is nothing to translate");
    }
    return new RenpyDocument(file, units, notices(catalogue));
  }

  private static Map<String, String> characters(ScriptLines lines) {
    Map<String, String> characters = new HashMap<>();
    for (LogicalLine line : lines.lines()) {
      Matcher matcher = CHARACTER.matcher(line.text());
      if (matcher.matches()) {
        characters.putIfAbsent(matcher.group("name"), matcher.group("text"));
      }
    }
    return characters;
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
