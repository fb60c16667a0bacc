package dev.yiben.glossary;

/**
 * A thing of a file and where it is.
 *
 * @param line on which it begins, counted from 1; that of its anchor where it is an alias
 */
public record Placed<T>(T value, int line) {}
