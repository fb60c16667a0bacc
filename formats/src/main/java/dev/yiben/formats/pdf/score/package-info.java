/**
 * How well a translated PDF file keeps what its source shows, without a model and without a human.
 *
 * <p>{@link dev.yiben.formats.pdf.score.PdfScore} compares two files. It reads and draws them in
 * ways of its own, since what has been read wrongly would otherwise be judged by the same mistake:
 * it knows the segments and their targets, but not the layout in which they were found.
 */
package dev.yiben.formats.pdf.score;
