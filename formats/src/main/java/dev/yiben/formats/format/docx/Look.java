package dev.yiben.formats.format.docx;

/**
 * What decides how paragraphs look.
 *
 * @param styles of the document that they are in
 * @param fonts of its theme
 * @param indents of the items of its lists
 */
record Look(Styles styles, ThemeFonts fonts, Indents indents) {}
