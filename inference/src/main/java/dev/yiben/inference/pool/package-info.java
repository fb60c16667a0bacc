/**
 * Several engines as one: {@link dev.yiben.inference.pool.EnginePool} spreads requests over
 * endpoints and keys, keeps to their limits and waits through their outages.
 *
 * <p>The limits are sliding windows of our own rather than token buckets of a library: a bucket
 * that starts full lets twice the limit through in its first minute, and one that is small enough
 * not to gives part of the limit away. The health of a member is one count and one point in time,
 * which must change under the same lock as its limits, so that a circuit breaker of a library would
 * add more than it replaces.
 */
package dev.yiben.inference.pool;
