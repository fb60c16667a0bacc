/**
 * Engines without a model: {@link dev.yiben.pipeline.rehearsal.RehearsalEngine} takes a job through
 * all its stages, to see what would be translated and how the result would look.
 */
package dev.yiben.pipeline.rehearsal;
