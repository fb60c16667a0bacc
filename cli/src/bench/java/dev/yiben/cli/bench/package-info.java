/**
 * Measures Yiben: {@link dev.yiben.cli.bench.Benchmarks} runs {@link
 * dev.yiben.cli.bench.Benchmark}s and prints one table.
 *
 * <p>All figures are ratios of variants that take turns in one run, and medians of several rounds,
 * so that they hold on a busy machine too.
 */
package dev.yiben.cli.bench;
