/**
 * Segments out of documents for review in other tools, as XLIFF or a sheet, and their targets back
 * in: {@link dev.yiben.pipeline.interchange.Extractor} and {@link
 * dev.yiben.pipeline.interchange.Merger}.
 */
package dev.yiben.pipeline.interchange;
