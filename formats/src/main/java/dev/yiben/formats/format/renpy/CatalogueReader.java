package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the translations in a file, and goes on where the engine would give up. */
final class CatalogueReader {
  private static final Pattern STRAY_QUOTES =
      Pattern.compile(
          "\\s*[\\w.]+(?: [\\w@ -]+)? \"(?:[^\"\\\\]|\\\\.)*+\"(?:[^\"\\\\]|\\\\.)++\".*");

  private final String file;
  private final StatementTable table;
  private final List<TranslationBlock> blocks = new ArrayList<>();
  private final List<TranslatedString> strings = new ArrayList<>();
  private final List<CatalogueFault> faults = new ArrayList<>();

  private CatalogueReader(String file, StatementTable table) {
    this.file = file;
    this.table = table;
  }

  /**
   * Reads a file.
   *
   * @param file its text, without a byte order mark
   * @param statements what it consists of
   * @param problems what is wrong with its lines and statements
   * @param table which statements there are
   */
  static Catalogue read(
      String file, List<Statement> statements, List<ScriptProblem> problems, StatementTable table) {
    CatalogueReader reader = new CatalogueReader(file, table);
    reader.read(statements);
    reader.add(problems);
    reader.faults.sort(Comparator.comparingInt(CatalogueFault::line));
    return new Catalogue(reader.blocks, reader.strings, reader.faults);
  }

  private void read(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Translation translation) {
        block(translation);
      } else if (statement instanceof Statement.Strings table) {
        new StringPairs(table.language(), strings, faults).read(table.line().block());
      } else {
        Statement.inner(statement).forEach(this::read);
      }
    }
  }

  private void block(Statement.Translation translation) {
    List<Statement.Said> said = new ArrayList<>();
    said(translation.block(), said);
    LogicalLine line = translation.line();
    if (line.block().isEmpty()) {
      String problem = "nothing is indented below the line; fill the block or remove it";
      faults.add(
          new CatalogueFault(RenpyCheck.UNREADABLE, line.number(), translation.id(), problem));
    }
    BlockComments comments = BlockComments.below(file, line, table);
    blocks.add(
        new TranslationBlock(
            translation.language(),
            translation.id(),
            line.number(),
            said,
            comments.said(),
            comments.otherId(translation.id())));
  }

  private static void said(List<Statement> statements, List<Statement.Said> said) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Said one) {
        said.add(one);
      } else {
        Statement.inner(statement).forEach(block -> said(block, said));
      }
    }
  }

  private void add(List<ScriptProblem> problems) {
    NavigableMap<Integer, String> ids = new TreeMap<>();
    blocks.forEach(block -> ids.put(block.line(), block.id()));
    List<String> lines = problems.isEmpty() ? List.of() : file.lines().toList();
    for (ScriptProblem problem : problems) {
      Map.Entry<Integer, String> block = ids.floorEntry(problem.line());
      boolean quotes =
          problem.line() <= lines.size()
              && STRAY_QUOTES.matcher(lines.get(problem.line() - 1)).matches();
      faults.add(
          new CatalogueFault(
              quotes ? RenpyCheck.STRAY_QUOTES : RenpyCheck.UNREADABLE,
              problem.line(),
              block == null ? "" : block.getValue(),
              problem.message()));
    }
  }
}
