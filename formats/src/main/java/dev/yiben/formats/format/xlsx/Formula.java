package dev.yiben.formats.format.xlsx;

import java.util.Optional;

/**
 * Writes a formula with new names of sheets and columns; all else in it stays (ISO/IEC 29500-1,
 * 18.17.2).
 *
 * <p>Sheets are named before an exclamation mark, in quotes where the name needs them ({@code 'Crew
 * list'!B2}), columns in brackets after their table ({@code Crew[[#Headers],[Name]]}).
 */
final class Formula {
  private final String formula;
  private final Renaming renaming;
  private final StringBuilder out = new StringBuilder();
  private int position;

  private Formula(String formula, Renaming renaming) {
    this.formula = formula;
    this.renaming = renaming;
  }

  /** Returns the formula with the new names. */
  static String rename(String formula, Renaming renaming) {
    return new Formula(formula, renaming).rename();
  }

  private String rename() {
    while (position < formula.length()) {
      char c = formula.charAt(position);
      if (c == '"') {
        copyTo(after('"', position + 1));
      } else if (c == '\'') {
        quotedSheets();
      } else if (c == '[') {
        external();
      } else if (c == '#') {
        int end = position + 1;
        while (end < formula.length() && isOfError(formula.charAt(end))) {
          end++;
        }
        copyTo(end);
      } else if (isOfName(position)) {
        name();
      } else {
        copyTo(position + 1);
      }
    }
    return out.toString();
  }

  private void copyTo(int end) {
    out.append(formula, position, end);
    position = end;
  }

  /** Returns the offset after a closing quote, of which two stand for one within. */
  private int after(char quote, int from) {
    int end = formula.indexOf(quote, from);
    while (end >= 0 && end + 1 < formula.length() && formula.charAt(end + 1) == quote) {
      end = formula.indexOf(quote, end + 2);
    }
    return end < 0 ? formula.length() : end + 1;
  }

  private static boolean isOfError(char c) {
    return (c >= 'A' && c <= 'Z') || c == '/' || c == '!' || c == '?' || c == '0';
  }

  private boolean isOfName(int at) {
    char c = formula.charAt(at);
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || c == '_'
        || c == '.'
        || c == '\\';
  }

  private int nameEnd(int from) {
    int end = from;
    while (end < formula.length() && isOfName(end)) {
      end++;
    }
    return end;
  }

  private boolean isAt(int at, char c) {
    return at < formula.length() && formula.charAt(at) == c;
  }

  private void quotedSheets() {
    int end = after('\'', position + 1);
    String names = formula.substring(position + 1, Math.max(position + 1, end - 1));
    if (isAt(end, '!') && names.indexOf('[') < 0) {
      sheets(names.replace("''", "'"), end);
    } else {
      copyTo(end);
    }
  }

  private void name() {
    int end = nameEnd(position);
    String name = formula.substring(position, end);
    if (isAt(end, '!')) {
      sheets(name, end);
    } else if (isAt(end, '[') && renaming.hasTable(name)) {
      copyTo(end);
      columns(name);
    } else if (isAt(end, ':')
        && (position == 0 || formula.charAt(position - 1) != '!')
        && nameEnd(end + 1) > end + 1
        && isAt(nameEnd(end + 1), '!')) {
      int last = nameEnd(end + 1);
      sheets(formula.substring(position, last), last);
    } else {
      copyTo(end);
    }
  }

  /** Writes the name of a sheet, or of the first and the last of several. */
  private void sheets(String names, int end) {
    StringBuilder renamed = new StringBuilder();
    boolean any = false;
    for (String name : names.split(":", -1)) {
      Optional<String> newName = renaming.sheet(name);
      any |= newName.isPresent();
      renamed.append(renamed.isEmpty() ? "" : ":").append(newName.orElse(name));
    }
    if (any) {
      out.append('\'').append(renamed.toString().replace("'", "''")).append('\'');
      position = end;
    } else {
      copyTo(end);
    }
  }

  /** Copies what names another file, in which sheets are not ours. */
  private void external() {
    copyTo(bracketEnd(position));
    copyTo(nameEnd(position));
    if (isAt(position, ':')) {
      copyTo(position + 1);
      copyTo(nameEnd(position));
    }
  }

  private int bracketEnd(int from) {
    int depth = 0;
    for (int i = from; i < formula.length(); i++) {
      char c = formula.charAt(i);
      if (c == '\'') {
        i++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return i + 1;
      }
    }
    return formula.length();
  }

  /** Writes a reference to columns, which begins with a bracket. */
  private void columns(String table) {
    int end = bracketEnd(position);
    boolean nested = formula.substring(position + 1, end).indexOf('[') >= 0;
    if (!nested) {
      column(table, end, true);
      return;
    }
    copyTo(position + 1);
    while (position < end) {
      if (formula.charAt(position) == '[') {
        column(table, Math.min(end, bracketEnd(position)), false);
      } else {
        copyTo(position + 1);
      }
    }
  }

  /**
   * Writes a column in brackets.
   *
   * @param alone whether the brackets are the only ones, which some names need twice
   */
  private void column(String table, int end, boolean alone) {
    int start = position + (isAt(position + 1, '@') ? 2 : 1);
    String name = unescape(formula.substring(start, Math.max(start, end - 1)));
    Optional<String> newName = renaming.column(table, name);
    if (newName.isEmpty()) {
      copyTo(end);
      return;
    }
    copyTo(start);
    boolean twice = alone && !newName.get().chars().allMatch(Formula::isSimple);
    out.append(twice ? "[" : "").append(escape(newName.get())).append(twice ? "]]" : "]");
    position = end;
  }

  private static boolean isSimple(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == ' ' || c == '.';
  }

  private static String unescape(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\'' && i + 1 < name.length()) {
        i++;
      }
      plain.append(name.charAt(i));
    }
    return plain.toString();
  }

  private static String escape(String name) {
    return name.replaceAll("[\\[\\]#'@]", "'$0");
  }
}
