package dev.yiben.formats.format.ass;

/**
 * A {@code Style} line.
 *
 * @param name without the asterisk that some programs write before it
 * @param start offset of the line
 * @param end offset where it ends, before its line end
 * @param nameStart offset of its name
 * @param nameEnd offset after its name
 * @param sizeStart offset of the size of its font
 * @param sizeEnd offset after that size; equal to {@code sizeStart} if there is none
 */
record Style(
    String name, int start, int end, int nameStart, int nameEnd, int sizeStart, int sizeEnd) {}
