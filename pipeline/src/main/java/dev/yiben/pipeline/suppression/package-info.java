/**
 * Findings that a person has looked at and let pass: {@link
 * dev.yiben.pipeline.suppression.Suppressions} marks them.
 */
package dev.yiben.pipeline.suppression;
