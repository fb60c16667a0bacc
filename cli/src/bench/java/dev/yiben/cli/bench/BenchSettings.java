package dev.yiben.cli.bench;

import java.nio.file.Path;

/**
 * How to measure.
 *
 * @param repository root of the checkout, which holds the samples
 * @param work folder for models and jobs, kept between runs
 * @param rounds how often each variant takes its turn
 * @param threads processor threads for the model; with one, other work on the machine disturbs
 *     least
 * @param quick whether smaller models and jobs will do, to see whether all works
 */
record BenchSettings(Path repository, Path work, int rounds, int threads, boolean quick) {}
