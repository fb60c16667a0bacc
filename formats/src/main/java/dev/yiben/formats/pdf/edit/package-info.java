/**
 * Changes content streams: takes glyphs out and puts new text in, and leaves all other bytes as
 * they are.
 *
 * <p>{@link dev.yiben.formats.pdf.edit.DocumentEdits} gives a {@link
 * dev.yiben.formats.pdf.edit.PageEdits} for each page.
 */
package dev.yiben.formats.pdf.edit;
