package dev.yiben.formats.format.renpy;

/**
 * A string that a script marks for translation by {@code _()} or a function like it.
 *
 * @param line the line that it is in
 * @param value what the engine looks up
 * @param start offset in the file of its first quote
 * @param end offset in the file after its last quote
 */
record MarkedString(LogicalLine line, String value, int start, int end) {}
