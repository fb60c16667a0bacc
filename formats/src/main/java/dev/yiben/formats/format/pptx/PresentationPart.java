package dev.yiben.formats.format.pptx;

/**
 * A part of a presentation that may have text.
 *
 * @param name its entry in the archive
 * @param stream of its segments: the part of the slide that it belongs to
 * @param number of the slide, from 1; 0 for what belongs to none
 */
record PresentationPart(String name, PartKind kind, String stream, int number) {}
