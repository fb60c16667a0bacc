/**
 * Translations that are there already, whoever made them: {@link
 * dev.yiben.pipeline.pair.PairChecker} pairs the segments of a file with those of its source and
 * checks them.
 */
package dev.yiben.pipeline.pair;
