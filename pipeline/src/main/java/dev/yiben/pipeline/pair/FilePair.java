package dev.yiben.pipeline.pair;

import java.nio.file.Path;

/**
 * A file and its translation.
 *
 * @param source the file that was translated
 * @param target its translation; the same file where that holds both
 */
public record FilePair(Path source, Path target) {}
