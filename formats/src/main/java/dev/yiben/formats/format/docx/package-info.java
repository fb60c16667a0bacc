/**
 * Word documents (WordprocessingML, ISO/IEC 29500-1 clause 17); the entry is {@link
 * dev.yiben.formats.format.docx.DocxFormat}.
 */
package dev.yiben.formats.format.docx;
