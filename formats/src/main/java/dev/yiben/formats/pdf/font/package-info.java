/**
 * Fonts to write translations in: those of the user, of the system and our own.
 *
 * <p>{@link dev.yiben.formats.pdf.font.FontLibrary} finds a {@link
 * dev.yiben.formats.pdf.font.FontFace} for a text and a style.
 */
package dev.yiben.formats.pdf.font;
