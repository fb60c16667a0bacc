package dev.yiben.formats.format.renpy;

import dev.yiben.formats.document.Segment;

/**
 * A segment and where it stands.
 *
 * @param segment the segment
 * @param text its text, with what is around it
 * @param place where its translation is written
 */
record TextUnit(Segment segment, GameText text, TextPlace place) {}
