/**
 * PowerPoint presentations (PresentationML, ISO/IEC 29500-1 clause 19); the entry is {@link
 * dev.yiben.formats.format.pptx.PptxFormat}.
 */
package dev.yiben.formats.format.pptx;
