package dev.yiben.formats.format.renpy;

/**
 * A part of a line.
 *
 * @param text as the engine sees it
 * @param start offset in the file
 * @param end offset in the file after it
 */
record Span(String text, int start, int end) {}
