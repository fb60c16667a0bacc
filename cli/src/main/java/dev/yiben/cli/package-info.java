/**
 * The {@code translate} command: {@link dev.yiben.cli.Main} parses its arguments, builds jobs, has
 * the pipeline run them and tells what became of them.
 */
package dev.yiben.cli;
