package dev.yiben.pipeline.report;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.Sampling;
import java.util.Map;

/**
 * What a job was done with.
 *
 * @param toolVersion version of Yiben
 * @param engine name of the engine, as in {@code --engine}
 * @param capabilities what the engine said of itself and its model
 * @param profile name of the prompt profile
 * @param targetLanguage BCP 47 tag
 * @param sampling how tokens were chosen at first
 * @param provenance what else the engine says of the model and of itself, by name
 */
public record ReportManifest(
    String toolVersion,
    String engine,
    Capabilities capabilities,
    String profile,
    String targetLanguage,
    Sampling sampling,
    Map<String, String> provenance) {}
