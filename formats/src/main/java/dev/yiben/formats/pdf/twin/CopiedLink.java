package dev.yiben.formats.pdf.twin;

import org.apache.pdfbox.cos.COSArray;

/**
 * A link of a copy that leads to a copy.
 *
 * @param destination where it leads to, which no other link has
 * @param page number of the page, from 0
 */
record CopiedLink(COSArray destination, int page) {}
