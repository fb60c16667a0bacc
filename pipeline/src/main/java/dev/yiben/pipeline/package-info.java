/**
 * What goes into a translation and what comes out: {@link dev.yiben.pipeline.TranslationJob} and
 * {@link dev.yiben.pipeline.JobResult}; {@link dev.yiben.pipeline.work.Translator} leads from one
 * to the other.
 */
package dev.yiben.pipeline;
