/**
 * Files of other tools into and out of a memory: {@link
 * dev.yiben.pipeline.memory.exchange.MemoryImport} reads TMX and what AiNiee and LinguaGacha keep,
 * {@link dev.yiben.pipeline.memory.exchange.TmxWriter} writes TMX 1.4.
 */
package dev.yiben.pipeline.memory.exchange;
