package dev.yiben.glossary;

/**
 * What makes two terms, or two replacements, the same: a later file's replaces an earlier one's.
 */
record TermKey(String source, boolean caseSensitive, boolean wholeWord, boolean regex) {

  /** Returns the key of a term. */
  public static TermKey of(Term term) {
    String source =
        term.caseSensitive() || term.regex() ? term.source() : FoldedText.fold(term.source());
    return new TermKey(source, term.caseSensitive(), term.wholeWord(), term.regex());
  }

  /** Returns the key of a replacement. */
  public static TermKey of(Replacement replacement) {
    String find =
        replacement.caseSensitive() || replacement.regex()
            ? replacement.find()
            : FoldedText.fold(replacement.find());
    return new TermKey(find, replacement.caseSensitive(), false, replacement.regex());
  }
}
