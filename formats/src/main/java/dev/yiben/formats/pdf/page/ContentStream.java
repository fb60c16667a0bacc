package dev.yiben.formats.pdf.page;

import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * A content stream that a page draws: its own, or that of a form.
 *
 * @param number place in {@link PageContent#streams}; 0 is the page's own
 * @param owner the page or the form
 * @param resources where its names are looked up, which may be those of the stream that draws it
 * @param repeated whether it has been drawn before, here or on an earlier page: what is written
 *     into it where it is drawn first shows here too
 */
public record ContentStream(
    int number, PDContentStream owner, PDResources resources, boolean repeated) {}
