package dev.yiben.formats.encoding;

import dev.yiben.formats.splice.SourceText;
import java.util.Optional;

/**
 * A text and how sure its encoding is.
 *
 * @param source the text, decoded without loss; in damaged UTF-8, a byte that is part of no
 *     character stands in it as a lone surrogate
 * @param doubt what a user should know of the encoding, in one line; empty if it is sure
 */
public record DetectedText(SourceText source, Optional<String> doubt) {}
