package dev.yiben.cli;

import dev.yiben.inference.pool.Limits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One of several endpoints.
 *
 * @param place file and line, for messages
 * @param endpoint name, URL or both
 * @param model id of the model; empty for that of the options
 * @param keyVariable environment variable that holds its key
 * @param keyFile file that holds its key
 * @param weight its share of the requests
 * @param limits how much it may be asked
 * @param contextLength tokens that a request and its answer may take together; 0 for that of the
 *     options
 */
record EndpointEntry(
    String place,
    String endpoint,
    Optional<String> model,
    Optional<String> keyVariable,
    Optional<Path> keyFile,
    int weight,
    Limits limits,
    int contextLength) {}
