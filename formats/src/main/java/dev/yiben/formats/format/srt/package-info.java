/**
 * SubRip subtitles: {@link dev.yiben.formats.format.srt.SrtFormat} reads each cue as a segment and
 * leaves all other bytes of the file as they are.
 */
package dev.yiben.formats.format.srt;
