/**
 * Sets translated text into the frames that its source leaves.
 *
 * <p>{@link dev.yiben.formats.pdf.typeset.Typesetter} finds the lines, the scale and the place of
 * everything; nothing here knows of PDF objects.
 */
package dev.yiben.formats.pdf.typeset;
