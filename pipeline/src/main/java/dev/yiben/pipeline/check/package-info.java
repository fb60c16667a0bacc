/** Checks of targets: {@link dev.yiben.pipeline.check.QaCheck} is what a new one implements. */
package dev.yiben.pipeline.check;
