/**
 * WebVTT subtitles: {@link dev.yiben.formats.format.vtt.VttFormat} reads each cue as a segment and
 * leaves all other bytes of the file as they are.
 */
package dev.yiben.formats.format.vtt;
