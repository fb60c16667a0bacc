package dev.yiben.formats.format.ass;

import java.util.OptionalLong;

/**
 * A {@code Dialogue} line.
 *
 * @param number running number among these lines, from 1
 * @param start when it appears, in milliseconds; empty if its time cannot be read
 * @param end when it disappears
 * @param style name of its style
 * @param name who speaks; mostly empty
 * @param effect its {@code Effect} field
 * @param textStart offset where its text begins
 * @param textEnd offset where the line ends
 */
record Event(
    int number,
    OptionalLong start,
    OptionalLong end,
    String style,
    String name,
    String effect,
    int textStart,
    int textEnd) {}
