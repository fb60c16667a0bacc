/**
 * Texts of a PDF file that stand beside its pages: the outline, the title, what fields of forms
 * tell, and what is told of pictures to those who do not see.
 *
 * <p>{@link dev.yiben.formats.pdf.beside.BesideTexts} reads them, each time in the same order.
 */
package dev.yiben.formats.pdf.beside;
