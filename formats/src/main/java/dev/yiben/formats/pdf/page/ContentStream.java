package dev.yiben.formats.pdf.page;

import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.util.Matrix;

/**
 * A content stream that a page draws: its own, or that of a form.
 *
 * @param number place in {@link PageContent#streams}; 0 is the page's own
 * @param owner the page or the form
 * @param toPage turns its coordinates into those of the page where it is drawn first
 * @param repeated whether it is drawn more than once, here or on an earlier page: what is written
 *     into it the first time shows everywhere
 */
public record ContentStream(int number, PDContentStream owner, Matrix toPage, boolean repeated) {}
