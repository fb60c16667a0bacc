package dev.yiben.formats.format.lrc;

import java.util.OptionalLong;

/**
 * A line of lyrics.
 *
 * @param number running number among these lines, from 1
 * @param start offset of the line: of its first time, if it has one
 * @param timesEnd offset after its times and what says who sings; equal to {@code start} where
 *     there are none
 * @param end offset where the line ends, before its line end
 * @param time its first time, in milliseconds
 */
record LyricLine(int number, int start, int timesEnd, int end, OptionalLong time) {}
