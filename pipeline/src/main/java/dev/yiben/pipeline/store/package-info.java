/**
 * What survives a crash: {@link dev.yiben.pipeline.store.JobStore} keeps the targets of finished
 * segments.
 */
package dev.yiben.pipeline.store;
