package dev.yiben.glossary;

import java.util.List;

/**
 * An entry of a termbase: how a source term is rendered in the target.
 *
 * @param source the term in the source; a regular expression if {@code regex}
 * @param target its one right translation; equal to the source where {@code doNotTranslate}; for a
 *     regular expression it may refer to groups as {@code $1} or {@code ${name}}
 * @param note what a translator should know, shown to the model; empty for none
 * @param caseSensitive whether letter case must match
 * @param wholeWord whether the term matches whole words only; has no effect between characters of
 *     scripts without spaces
 * @param regex whether {@code source} is a regular expression
 * @param doNotTranslate whether the term stays as it is
 * @param forbidden translations that must not occur
 * @param inflect whether inflected forms match too; without effect for terms that are regular
 *     expressions or case-sensitive, may stand within words, or stay as they are
 */
public record Term(
    String source,
    String target,
    String note,
    boolean caseSensitive,
    boolean wholeWord,
    boolean regex,
    boolean doNotTranslate,
    List<String> forbidden,
    boolean inflect) {
  public Term {
    forbidden = List.copyOf(forbidden);
  }

  /** Creates a term whose inflected forms match too. */
  public Term(
      String source,
      String target,
      String note,
      boolean caseSensitive,
      boolean wholeWord,
      boolean regex,
      boolean doNotTranslate,
      List<String> forbidden) {
    this(source, target, note, caseSensitive, wholeWord, regex, doNotTranslate, forbidden, true);
  }

  /** Creates a term that matches whole words in any case. */
  public static Term of(String source, String target) {
    return new Term(source, target, "", false, true, false, false, List.of());
  }

  /** Creates a term that stays as it is, matching whole words in any case. */
  public static Term kept(String source) {
    return new Term(source, source, "", false, true, false, true, List.of());
  }
}
