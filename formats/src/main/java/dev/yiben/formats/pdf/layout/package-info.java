/**
 * What is read on a page, and in which order: words, lines, paragraphs and what they are.
 *
 * <p>{@link dev.yiben.formats.pdf.layout.LayoutReader} turns what a page draws into a {@link
 * dev.yiben.formats.pdf.layout.PageLayout}. All coordinates are those of the upright space of a
 * paragraph's direction.
 */
package dev.yiben.formats.pdf.layout;
