/**
 * The document model: a {@link dev.yiben.formats.document.Segment} is a block of text with inline
 * codes, and everything that the pipeline knows of a file.
 */
package dev.yiben.formats.document;
