package dev.yiben.inference.download;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a file must be to be kept.
 *
 * @param magic ASCII characters that it starts with
 * @param sha256 hash of its content, in lower case; empty to take the server's, if it names one
 * @param check throws an InferenceException for a complete file that is not sound; asked only where
 *     no hash is known
 */
public record Wanted(String magic, Optional<String> sha256, Consumer<Path> check) {}
