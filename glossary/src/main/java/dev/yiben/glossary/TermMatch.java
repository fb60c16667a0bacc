package dev.yiben.glossary;

/**
 * A place where a term occurs.
 *
 * @param term the entry that matched
 * @param text the text as it stands there, its white space as spaces (for a regular expression it
 *     differs from the entry)
 * @param target what the translation must hold: the entry's target with its back-references
 *     resolved, or {@code text} where the entry is not to be translated
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record TermMatch(Term term, String text, String target, int start, int end) {}
