/**
 * The work itself: {@link dev.yiben.pipeline.work.DocumentWorker} translates the streams of a
 * document side by side, each stream's batches one after the other.
 */
package dev.yiben.pipeline.work;
