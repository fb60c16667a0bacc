/**
 * Segments as models see them: {@link dev.yiben.pipeline.prepare.Preparation} makes a glossary's
 * replacements and turns what it protects into inline codes, and {@link
 * dev.yiben.pipeline.prepare.PreparedSegments} leads back to the document's own texts.
 */
package dev.yiben.pipeline.prepare;
