package dev.yiben.formats.format.srt;

/**
 * Where a cue stands in the file's text.
 *
 * @param number running number, from 1; the file's own number may be another
 * @param startMillis when it appears; negative if that cannot be told
 * @param endMillis when it disappears; negative if that cannot be told
 * @param start offset of its number or timing line
 * @param textStart offset where its text begins, white space and tags included
 * @param textEnd offset where its text ends: at the next cue's number or timing line
 */
record Cue(int number, long startMillis, long endMillis, int start, int textStart, int textEnd) {}
