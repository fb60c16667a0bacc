package dev.yiben.glossary;

/**
 * A stretch of a text, and what takes its place.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param text what takes its place
 */
public record Splice(int start, int end, String text) {}
