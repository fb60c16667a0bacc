/**
 * From a batch to accepted targets: {@link dev.yiben.pipeline.repair.RepairLadder} asks, checks,
 * and asks again for what is bad only.
 */
package dev.yiben.pipeline.repair;
