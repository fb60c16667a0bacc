package dev.yiben.formats.format.vtt;

/**
 * Where a cue stands in the file's text.
 *
 * @param number running number, from 1
 * @param startMillis when it appears; negative if that cannot be told
 * @param endMillis when it disappears; negative if that cannot be told
 * @param start offset of its identifier or timing line
 * @param textStart offset where its text begins
 * @param textEnd offset after the last line of its text, without the line end
 */
record VttCue(
    int number, long startMillis, long endMillis, int start, int textStart, int textEnd) {}
