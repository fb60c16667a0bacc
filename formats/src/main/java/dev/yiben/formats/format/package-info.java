/**
 * The formats: {@link dev.yiben.formats.format.DocumentFormat} is what a new one implements, and
 * {@link dev.yiben.formats.format.FormatRegistry} finds the one for a file.
 */
package dev.yiben.formats.format;
