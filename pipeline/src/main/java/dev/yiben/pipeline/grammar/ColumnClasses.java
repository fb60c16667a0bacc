package dev.yiben.pipeline.grammar;

import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * Characters by the columns that they take: {@code n} takes one, {@code w} two, {@code m} none.
 *
 * <p>Never counts fewer columns than a character takes. It counts more for characters that are
 * rare, for two reasons: each range of a class takes time with every token of the vocabulary, and a
 * token that is the first byte of a character must not be let pass where only odd ones begin with
 * it that have room.
 *
 * @param narrow characters of one column
 * @param wide characters of two columns
 * @param marks characters without a column of their own; none for most languages
 */
record ColumnClasses(UnicodeSet narrow, UnicodeSet wide, UnicodeSet marks) {
  /** All of two columns (UAX 11), and others between and behind them. */
  private static final UnicodeSet WIDE =
      new UnicodeSet(
              "[\\u1100-\\u115F\\u231A-\\u231B\\u2329-\\u232A\\u23E9-\\u23F3\\u25FD-\\u25FE"
                  + "\\u2607-\\u2664\\u2667-\\u2669\\u266C-\\u27BF\\u2B1B-\\u2B55"
                  + "\\u2E80-\\uD7FF\\uE000-\\U0010FFFF]")
          .freeze();

  private static final UnicodeSet ACCENTS = new UnicodeSet(0x0300, 0x036F).freeze();
  private static final UnicodeSet SURROGATES = new UnicodeSet(0xD800, 0xDFFF).freeze();
  private static final UnicodeSet JOINERS = new UnicodeSet(0x200B, 0x200F).freeze();
  private static final UnicodeSet NON_SPACING = new UnicodeSet("[[:Mn:][:Me:]]").freeze();

  /**
   * Returns the classes for translations into a language.
   *
   * @param excluded what no text may contain, as in a character class of the grammar
   */
  static ColumnClasses of(String language, String excluded) {
    UnicodeSet none = new UnicodeSet("[" + excluded + "]").addAll(SURROGATES);
    UnicodeSet marks = marks(language).removeAll(WIDE).removeAll(none);
    UnicodeSet wide = new UnicodeSet(WIDE).removeAll(none);
    UnicodeSet narrow =
        new UnicodeSet(0, 0x10FFFF).removeAll(none).removeAll(wide).removeAll(marks);
    return new ColumnClasses(narrow, wide, marks);
  }

  /**
   * Returns the marks that the language's own writing needs, if it does: a model that has no more
   * room would else put marks on its last character.
   */
  private static UnicodeSet marks(String language) {
    UnicodeSet marks = new UnicodeSet();
    int script =
        UScript.getCodeFromName(
            ULocale.addLikelySubtags(ULocale.forLanguageTag(language)).getScript());
    if (script != UScript.INVALID_CODE) {
      marks.applyIntPropertyValue(UProperty.SCRIPT_EXTENSIONS, script).retainAll(NON_SPACING);
      marks.removeAll(ACCENTS).removeAll(WIDE);
    }
    return marks.isEmpty() ? marks : marks.addAll(JOINERS);
  }

  /** Returns the rules of the three classes. */
  String rules() {
    return rule("n", narrow) + rule("w", wide) + (marks.isEmpty() ? "" : rule("m", marks));
  }

  private static String rule(String name, UnicodeSet set) {
    StringBuilder rule = new StringBuilder(name).append(" ::= [");
    for (UnicodeSet.EntryRange range : set.ranges()) {
      rule.append(escaped(range.codepoint)).append('-').append(escaped(range.codepointEnd));
    }
    return rule.append("]\n").toString();
  }

  private static String escaped(int c) {
    return String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c);
  }
}
