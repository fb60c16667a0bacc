package dev.yiben.glossary.exchange;

import com.ibm.icu.util.ULocale;
import dev.yiben.glossary.GlossaryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out what the columns of a sheet are: by their names, by the languages that they are named
 * after, and without a header by their order.
 */
final class HeaderReader {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final List<Field> TERM_COLUMNS = List.of(Field.SOURCE, Field.TARGET, Field.NOTE);
  private static final List<Field> FLAG_COLUMNS = List.of(Field.REGEX, Field.CASE_SENSITIVE);

  private final Path file;
  private final ImportOptions options;
  private final List<Notice> notices;

  HeaderReader(Path file, ImportOptions options, List<Notice> notices) {
    this.file = file;
    this.options = options;
    this.notices = notices;
  }

  /** Returns the rows below the header with their cells by field. */
  Table table(Sheet sheet) {
    List<Sheet.Cells> rows = sheet.rows().stream().filter(row -> !row.isBlank()).toList();
    if (rows.isEmpty()) {
      return new Table(sheet.name(), List.of(), false);
    }
    Sheet.Cells first = rows.get(0);
    Map<Integer, Field> columns = byName(first);
    boolean header = !columns.isEmpty();
    if (!header) {
      columns = byOrder(rows);
    }
    List<Table.Row> read = new ArrayList<>();
    for (Sheet.Cells cells : header ? rows.subList(1, rows.size()) : rows) {
      read.add(row(cells, columns, header ? first.texts().size() : columns.size()));
    }
    return new Table(sheet.name(), read, header && Table.isOfTool(first.texts()));
  }

  private Table.Row row(Sheet.Cells cells, Map<Integer, Field> columns, int width) {
    Map<Field, String> byField = new EnumMap<>(Field.class);
    boolean more = false;
    for (int column = 0; column < cells.texts().size(); column++) {
      String text = cells.text(column);
      if (!text.isEmpty() && columns.containsKey(column)) {
        byField.put(columns.get(column), text);
      }
      more |= !text.isEmpty() && column >= width;
    }
    if (more) {
      notices.add(new Notice(cells.line(), "has more columns than the rest; these are left out"));
    }
    return new Table.Row(cells.line(), byField);
  }

  private Map<Integer, Field> byName(Sheet.Cells header) {
    Map<Integer, Field> columns = new java.util.TreeMap<>();
    List<String> unknown = new ArrayList<>();
    int named = 0;
    for (int column = 0; column < header.texts().size(); column++) {
      String name = header.text(column);
      Optional<Field> field = Field.named(name);
      if (field.isPresent() && !columns.containsValue(field.get())) {
        columns.put(column, field.get());
      } else if (!name.isEmpty()) {
        unknown.add(name);
      }
      named += name.isEmpty() ? 0 : 1;
    }
    List<Integer> languages = languages(header);
    if (languages.size() > 1 && languages.size() + columns.size() == named) {
      unknown.removeIf(HeaderReader::isLanguage);
      addLanguages(header, languages, columns);
    } else if (columns.isEmpty() || (columns.size() < 2 && columns.size() < named)) {
      return Map.of();
    }
    unknown.forEach(
        name -> notices.add(new Notice(header.line(), "the column \"" + name + "\" is not read")));
    return columns;
  }

  private static List<Integer> languages(Sheet.Cells header) {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < header.texts().size(); column++) {
      if (Field.named(header.text(column)).isEmpty() && isLanguage(header.text(column))) {
        columns.add(column);
      }
    }
    return columns;
  }

  static boolean isLanguage(String text) {
    return text.matches("[A-Za-z]{2,3}([-_][A-Za-z]{2,4})*")
        && LANGUAGES.contains(ULocale.forLanguageTag(text.replace('_', '-')).getLanguage());
  }

  private void addLanguages(
      Sheet.Cells header, List<Integer> languages, Map<Integer, Field> columns) {
    Predicate<Integer> isSource = column -> speaks(header.text(column), options.source());
    Predicate<Integer> isTarget = column -> speaks(header.text(column), options.target());
    int source =
        languages.stream()
            .filter(isSource)
            .findFirst()
            .orElseGet(
                () -> {
                  requireAbsent(options.source(), "--from");
                  return languages.stream().filter(isTarget.negate()).findFirst().orElseThrow();
                });
    int target =
        languages.stream()
            .filter(isTarget.and(column -> column != source))
            .findFirst()
            .orElseGet(
                () -> {
                  requireAbsent(options.target(), "--to");
                  return languages.stream().filter(column -> column != source).findFirst().get();
                });
    columns.put(source, Field.SOURCE);
    columns.put(target, Field.TARGET);
    for (int column : languages) {
      if (column != source && column != target) {
        notices.add(
            new Notice(header.line(), "the column \"" + header.text(column) + "\" is not read"));
      }
    }
  }

  private void requireAbsent(Optional<String> language, String option) {
    if (language.isPresent()) {
      throw new GlossaryException(
          file, "it has no column for the language " + language.get() + "; change " + option);
    }
  }

  /** Returns whether a tag is of the language that is asked for, in any of its regions. */
  static boolean speaks(String tag, Optional<String> language) {
    return language.isPresent()
        && ULocale.forLanguageTag(tag.replace('_', '-'))
            .getLanguage()
            .equals(ULocale.forLanguageTag(language.get()).getLanguage());
  }

  private Map<Integer, Field> byOrder(List<Sheet.Cells> rows) {
    int width = rows.stream().mapToInt(row -> row.texts().size()).max().orElse(0);
    List<Field> order =
        switch (options.part().orElse(Part.TERMS)) {
          case TERMS, EXAMPLES -> termColumns(rows, width);
          case BEFORE, AFTER -> List.of(Field.FIND, Field.REPLACE);
          case CHARACTERS ->
              List.of(Field.NAME, Field.TARGET, Field.GENDER, Field.SPEECH, Field.NOTE);
          case PROTECTED -> List.of(Field.PATTERN);
          case FORBIDDEN -> List.of(Field.FORBIDDEN);
          case STYLE -> List.of(Field.STYLE, Field.REGISTER);
        };
    Map<Integer, Field> columns = new java.util.TreeMap<>();
    for (int column = 0; column < Math.min(width, order.size()); column++) {
      columns.put(column, order.get(column));
    }
    return columns;
  }

  /** Two further columns that say true or false are those that LinguaGacha has there. */
  private List<Field> termColumns(List<Sheet.Cells> rows, int width) {
    if (width < 2) {
      throw new GlossaryException(
          file,
          "expected columns for source and target; separate them by commas, semicolons or tabs");
    }
    boolean flags =
        width == TERM_COLUMNS.size() + FLAG_COLUMNS.size()
            && rows.stream().allMatch(row -> isFlag(row.text(3)) && isFlag(row.text(4)));
    List<Field> columns = new ArrayList<>(TERM_COLUMNS);
    if (flags) {
      columns.addAll(FLAG_COLUMNS);
    }
    return columns;
  }

  private static boolean isFlag(String text) {
    return text.matches("(?i)true|false|");
  }
}
