package dev.yiben.pipeline.check;

/**
 * What a check found in a target.
 *
 * @param id stable id of the check, such as {@code TAG-001}
 * @param severity how bad it is
 * @param message what is wrong, in one line; a model is told the same
 */
public record Finding(String id, Severity severity, String message) {}
