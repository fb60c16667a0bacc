/**
 * What a page of a PDF file draws: its glyphs, each with the place in a content stream that shows
 * it, and the shapes around them.
 *
 * <p>{@link dev.yiben.formats.pdf.page.PageReader} reads a page into a {@link
 * dev.yiben.formats.pdf.page.PageContent}.
 */
package dev.yiben.formats.pdf.page;
