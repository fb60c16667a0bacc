/**
 * What to ask in which order: {@link dev.yiben.pipeline.plan.DocumentPlanner} turns the segments of
 * a document into a {@link dev.yiben.pipeline.plan.DocumentPlan} of batches, the same on every run.
 */
package dev.yiben.pipeline.plan;
