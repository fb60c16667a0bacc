package dev.yiben.glossary.exchange;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import dev.yiben.glossary.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out what the entries of tables are, and reads them. */
final class TableReader {
  private static final String SEPARATOR = "[Separator]";

  /** What hardly any name has and most expressions do. */
  private static final Pattern EXPRESSION = Pattern.compile("[\\\\\\[\\](){}<>*+?^$|%@#/_]");

  private final Path file;
  private final ImportOptions options;
  private final List<Notice> notices;
  private final Draft draft;

  TableReader(Path file, ImportOptions options, List<Notice> notices, Draft draft) {
    this.file = file;
    this.options = options;
    this.notices = notices;
    this.draft = draft;
  }

  void read(Table table) {
    if (table.rows().isEmpty()) {
      return;
    }
    Part part = part(table);
    for (Table.Row row : table.rows()) {
      switch (part) {
        case TERMS -> addTerm(row, table.ofTool());
        case CHARACTERS -> addPersona(row);
        case BEFORE, AFTER -> addReplacement(row, part);
        case PROTECTED -> addProtected(row);
        case FORBIDDEN -> draft.addForbidden(row.line(), row.get(Field.FORBIDDEN));
        case EXAMPLES -> addExample(row);
        case STYLE -> draft.add(new Style(row.get(Field.STYLE), row.get(Field.REGISTER)));
      }
    }
  }

  private Part part(Table table) {
    if (options.part().isPresent()) {
      return options.part().get();
    }
    Optional<Part> named = Part.namedBy(table.name());
    if (table.hasAny(Field.MARKERS, Field.PATTERN)) {
      return Part.PROTECTED;
    }
    if (table.hasAny(Field.STYLE, Field.REGISTER)) {
      return Part.STYLE;
    }
    if (table.hasAny(Field.NAME)) {
      return Part.CHARACTERS;
    }
    if (table.has(Field.FIND) || saysExpressions(table)) {
      return named
          .filter(part -> part == Part.BEFORE || part == Part.AFTER)
          .orElseThrow(
              () ->
                  new GlossaryException(
                      file,
                      "these are replacements; say --as before for those in sources, or --as after"
                          + " for those in translations"));
    }
    if (!table.has(Field.SOURCE)) {
      if (table.has(Field.FORBIDDEN)) {
        return Part.FORBIDDEN;
      }
      throw new GlossaryException(
          file, "no terms were found in it; expected columns such as source and target");
    }
    if (named.isPresent() && named.get() != Part.CHARACTERS && named.get() != Part.FORBIDDEN) {
      return named.get();
    }
    return table.has(Field.TARGET) || !looksProtected(table) ? Part.TERMS : Part.PROTECTED;
  }

  /** AiNiee has the expression itself where others say whether there is one. */
  private static boolean saysExpressions(Table table) {
    return table.rows().stream()
        .map(row -> row.get(Field.REGEX))
        .anyMatch(text -> !text.isEmpty() && !isFlag(text));
  }

  private static boolean looksProtected(Table table) {
    return !table.has(Field.DO_NOT_TRANSLATE)
        && table.rows().stream().anyMatch(row -> EXPRESSION.matcher(row.get(Field.SOURCE)).find());
  }

  private void addTerm(Table.Row row, boolean ofTool) {
    String source = row.get(Field.SOURCE);
    String target = row.get(Field.TARGET);
    boolean keep = flag(row, Field.DO_NOT_TRANSLATE, false);
    if (source.isEmpty()) {
      notices.add(new Notice(row.line(), "has no source; left out"));
      return;
    }
    if (target.isEmpty() && !keep) {
      notices.add(new Notice(row.line(), "\"" + source + "\" has no translation; left out"));
      return;
    }
    boolean regex = flag(row, Field.REGEX, false);
    draft.add(
        row.line(),
        new Term(
            regex && ofTool ? OtherRegex.expressionFromPython(source) : source,
            keep ? source : regex && ofTool ? OtherRegex.replacementFromPython(target) : target,
            oneLine(row.get(Field.NOTE)),
            flag(row, Field.CASE_SENSITIVE, false),
            flag(row, Field.WHOLE_WORD, true),
            regex,
            keep,
            Cells.split(row.get(Field.FORBIDDEN)),
            flag(row, Field.INFLECT, true)));
  }

  private void addPersona(Table.Row row) {
    String name = row.get(row.has(Field.NAME) ? Field.NAME : Field.SOURCE);
    String target = row.get(row.has(Field.TRANSLATED_NAME) ? Field.TRANSLATED_NAME : Field.TARGET);
    if (name.isEmpty()) {
      notices.add(new Notice(row.line(), "has no name; left out"));
      return;
    }
    addNames(row.line(), name, target);
    List<String> note = new ArrayList<>();
    if (row.has(Field.AGE)) {
      note.add("age: " + row.get(Field.AGE));
    }
    for (Field field : List.of(Field.PERSONALITY, Field.MORE, Field.NOTE)) {
      if (row.has(field)) {
        note.add(oneLine(row.get(field)));
      }
    }
    draft.add(
        row.line(),
        new Persona(
            whole(name),
            whole(target),
            oneLine(row.get(Field.GENDER)),
            oneLine(row.get(Field.SPEECH)),
            String.join("; ", note)));
  }

  /** AiNiee marks where the parts of a name meet, each of which is called by itself too. */
  private void addNames(int line, String name, String target) {
    List<String> names = List.of(name.split(Pattern.quote(SEPARATOR), -1));
    List<String> targets = List.of(target.split(Pattern.quote(SEPARATOR), -1));
    if (names.size() == targets.size() && names.size() > 1) {
      for (int i = 0; i < names.size(); i++) {
        if (!names.get(i).isBlank() && !targets.get(i).isBlank()) {
          draft.add(line, Term.of(names.get(i).strip(), targets.get(i).strip()));
        }
      }
    }
  }

  private static String whole(String name) {
    String between = name.codePoints().anyMatch(c -> c > 0x2E80) ? "" : " ";
    return name.replace(SEPARATOR, between).strip();
  }

  private void addReplacement(Table.Row row, Part part) {
    String find = row.get(row.has(Field.FIND) ? Field.FIND : Field.SOURCE);
    String replace = row.get(row.has(Field.FIND) ? Field.REPLACE : Field.TARGET);
    String expression = row.get(Field.REGEX);
    boolean own = row.has(Field.FIND);
    boolean named = !expression.isEmpty() && !isFlag(expression);
    boolean regex = named || flag(row, Field.REGEX, false);
    if (named) {
      find = expression;
    }
    draft.add(
        row.line(),
        part,
        new Replacement(
            regex && !own ? OtherRegex.expressionFromPython(find) : find,
            regex && !own ? OtherRegex.replacementFromPython(replace) : replace,
            flag(row, Field.CASE_SENSITIVE, false),
            regex));
  }

  /** Expressions of LinguaGacha match in any case of letters, AiNiee's markers only themselves. */
  private void addProtected(Table.Row row) {
    if (row.has(Field.PATTERN)) {
      draft.addProtected(row.line(), row.get(Field.PATTERN));
    } else if (row.has(Field.MARKERS) || !row.has(Field.SOURCE)) {
      String expression = row.get(Field.REGEX);
      draft.addProtected(
          row.line(),
          expression.isEmpty()
              ? Literals.expression(row.get(Field.MARKERS))
              : OtherRegex.expressionFromPython(expression));
    } else {
      String expression = OtherRegex.expressionFromPython(row.get(Field.SOURCE));
      boolean cased =
          !expression
              .replaceAll("\\\\.", "")
              .toLowerCase(Locale.ROOT)
              .equals(expression.replaceAll("\\\\.", "").toUpperCase(Locale.ROOT));
      draft.addProtected(row.line(), cased ? "(?iu)" + expression : expression);
    }
  }

  private void addExample(Table.Row row) {
    if (!row.has(Field.SOURCE) || !row.has(Field.TARGET)) {
      notices.add(new Notice(row.line(), "is no pair of source and target; left out"));
      return;
    }
    draft.add(row.line(), new ExamplePair(row.get(Field.SOURCE), row.get(Field.TARGET)));
  }

  private static boolean isFlag(String text) {
    return text.matches("(?i)true|false|yes|no|0|1");
  }

  private boolean flag(Table.Row row, Field field, boolean usual) {
    String text = row.get(field);
    if (text.isEmpty()) {
      return usual;
    }
    if (!isFlag(text)) {
      notices.add(new Notice(row.line(), "\"" + text + "\" is neither true nor false"));
      return usual;
    }
    return text.matches("(?i)true|yes|1");
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
