package dev.yiben.pipeline.report;

import dev.yiben.inference.Capabilities;

/**
 * What a job was done with.
 *
 * @param toolVersion version of Yiben
 * @param engine name of the engine, as in {@code --engine}
 * @param capabilities what the engine said of itself and its model
 * @param targetLanguage BCP 47 tag
 * @param seed start of the random numbers
 */
public record ReportManifest(
    String toolVersion,
    String engine,
    Capabilities capabilities,
    String targetLanguage,
    int seed) {}
