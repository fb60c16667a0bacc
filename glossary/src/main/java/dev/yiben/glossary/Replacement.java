package dev.yiben.glossary;

/**
 * A text to be replaced by another one, in sources before they are translated or in targets
 * afterwards.
 *
 * @param find the text, or a regular expression if {@code regex}
 * @param replace what takes its place; for a regular expression it may refer to groups as {@code
 *     $1} or {@code ${name}}
 * @param caseSensitive whether letter case must match
 * @param regex whether {@code find} is a regular expression
 */
public record Replacement(String find, String replace, boolean caseSensitive, boolean regex) {}
