package dev.yiben.pipeline.pair;

/**
 * Segments that belong together, by their indexes: mostly one and one; none on one side for what is
 * left out or added, two for what is joined or split.
 *
 * @param source index of the first segment of the source
 * @param sources how many of them
 * @param target index of the first segment of the translation
 * @param targets how many of them
 */
record Bead(int source, int sources, int target, int targets) {}
