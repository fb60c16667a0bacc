/**
 * PDF files.
 *
 * <p>{@link dev.yiben.formats.format.pdf.PdfFormat} is the format. The rooms below {@code
 * dev.yiben.formats.pdf} read pages, find their layout, set text and change content streams; this
 * package makes segments of paragraphs, and paragraphs of targets.
 */
package dev.yiben.formats.format.pdf;
