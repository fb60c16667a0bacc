package dev.yiben.pipeline.grammar;

import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * Characters by the columns that they take: {@code n} takes one, {@code w} two, {@code m} none.
 *
 * <p>Never counts fewer columns than a character takes. It may count more for characters that are
 * rare in the language, since each range of a class takes time with every token of the vocabulary.
 *
 * @param excluded what no text may contain, as in a character class of the grammar
 * @param wide characters of two columns
 * @param marks characters without a column of their own
 */
record ColumnClasses(String excluded, UnicodeSet wide, UnicodeSet marks) {
  /** All of two columns (UAX 11), with some between them that are rare. */
  private static final UnicodeSet WIDE =
      new UnicodeSet(
              "[\\u1100-\\u115F\\u231A-\\u231B\\u2329-\\u232A\\u23E9-\\u23F3\\u25FD-\\u25FE"
                  + "\\u2607-\\u2664\\u2667-\\u2669\\u266C-\\u27BF\\u2B1B-\\u2B55\\u2E80-\\u303E"
                  + "\\u3041-\\uA4C6\\uA960-\\uA97C\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE10-\\uFE19"
                  + "\\uFE30-\\uFE6B\\uFF01-\\uFF60\\uFFE0-\\uFFE6\\U00016FE0-\\U0001B2FF"
                  + "\\U0001D300-\\U0001D376\\U0001F000-\\U0001FAFF\\U00020000-\\U0003FFFD]")
          .freeze();

  /** Accents, joiners and selectors that any language may use. */
  private static final UnicodeSet MARKS =
      new UnicodeSet("[\\u0300-\\u036F\\u200B-\\u200F\\uFE00-\\uFE0F]").freeze();

  private static final UnicodeSet NON_SPACING = new UnicodeSet("[[:Mn:][:Me:]]").freeze();

  /**
   * Returns the classes for translations into a language.
   *
   * @param excluded what no text may contain, as in a character class of the grammar
   * @param forbidden ranges that no text may contain besides, as in a character class; empty for
   *     none
   */
  static ColumnClasses of(String language, String excluded, String forbidden) {
    UnicodeSet none =
        forbidden.isEmpty() ? new UnicodeSet() : new UnicodeSet("[" + forbidden + "]");
    UnicodeSet wide = new UnicodeSet(WIDE).removeAll(none);
    int script =
        UScript.getCodeFromName(
            ULocale.addLikelySubtags(ULocale.forLanguageTag(language)).getScript());
    UnicodeSet marks = new UnicodeSet();
    if (script != UScript.INVALID_CODE) {
      marks.applyIntPropertyValue(UProperty.SCRIPT_EXTENSIONS, script).retainAll(NON_SPACING);
    }
    marks.addAll(MARKS).removeAll(WIDE).removeAll(none);
    return new ColumnClasses(excluded + forbidden, wide, marks);
  }

  /** Returns the rules of the three classes. */
  String rules() {
    String rest = ranges(wide) + ranges(marks);
    return "n ::= [^"
        + excluded
        + rest
        + "]\nw ::= ["
        + ranges(wide)
        + "]\nm ::= ["
        + ranges(marks)
        + "]\n";
  }

  private static String ranges(UnicodeSet set) {
    StringBuilder ranges = new StringBuilder();
    for (UnicodeSet.EntryRange range : set.ranges()) {
      ranges.append(escaped(range.codepoint)).append('-').append(escaped(range.codepointEnd));
    }
    return ranges.toString();
  }

  private static String escaped(int c) {
    return String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c);
  }
}
