package dev.yiben.formats.pdf.font;

/**
 * Text in one font.
 *
 * @param text to write, in the order of characters
 * @param face a font that has all of its glyphs
 */
public record FaceRun(String text, FontFace face) {}
