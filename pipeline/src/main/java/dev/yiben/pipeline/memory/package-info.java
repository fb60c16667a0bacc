/**
 * What was translated in all runs: {@link dev.yiben.pipeline.memory.TranslationMemory} keeps it, a
 * file for each pair of languages; {@link dev.yiben.pipeline.memory.JobMemory} is what a job sees
 * of it.
 */
package dev.yiben.pipeline.memory;
