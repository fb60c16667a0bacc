package dev.yiben.pipeline.report;

import dev.yiben.pipeline.check.Finding;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A finding and where it is.
 *
 * @param finding what was found
 * @param file the translation that it was found in
 * @param line number of the line in the file, from 1; empty if it is not known
 * @param place id of the segment or another name for the place in the file; may be empty
 * @param source text of the source, with its codes marked; may be empty
 * @param target text of the translation, with its codes marked; may be empty
 */
public record FileProblem(
    Finding finding, Path file, OptionalInt line, String place, String source, String target) {}
