/**
 * Cuts marked-up text into segments and writes targets back: {@link
 * dev.yiben.formats.block.MarkupDocument} does both for one XML or HTML text, and a {@link
 * dev.yiben.formats.block.Vocabulary} tells it what the elements are.
 *
 * <p>A segment is the content between two block boundaries. Of it the model sees text and codes;
 * markup around the whole of it, and white space at its edges, stays where it is.
 */
package dev.yiben.formats.block;
