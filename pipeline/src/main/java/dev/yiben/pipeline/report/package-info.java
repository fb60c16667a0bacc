/**
 * What a job came to, for people and programs: {@link dev.yiben.pipeline.report.JsonReport} lists
 * every segment with its fate.
 */
package dev.yiben.pipeline.report;
