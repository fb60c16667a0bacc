package dev.yiben.formats.encoding;

import dev.yiben.formats.splice.SourceText;

/**
 * A text and how sure its encoding is.
 *
 * @param source the text, decoded without loss
 * @param guessed whether the encoding was told from the frequencies of letters; another one may be
 *     right
 */
public record DetectedText(SourceText source, boolean guessed) {}
