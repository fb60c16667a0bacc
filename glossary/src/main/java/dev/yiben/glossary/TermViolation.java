package dev.yiben.glossary;

/**
 * A term that the target does not honour.
 *
 * @param term the entry
 * @param message what is wrong in one line, such as {@code "Marlo" must be "马洛"}
 */
public record TermViolation(Term term, String message) {}
