package dev.yiben.glossary;

/**
 * A place where a term occurs.
 *
 * @param term the entry that matched
 * @param text the text as it stands there (for a regular expression it differs from the entry)
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record TermMatch(Term term, String text, int start, int end) {}
