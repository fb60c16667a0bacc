/** Lyrics with times: {@link dev.yiben.formats.format.lrc.LrcFormat}. */
package dev.yiben.formats.format.lrc;
