/**
 * Targets that can serve again: {@link dev.yiben.pipeline.memory.TranslationMemory} holds those of
 * a run.
 */
package dev.yiben.pipeline.memory;
