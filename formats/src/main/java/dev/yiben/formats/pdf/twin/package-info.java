/**
 * Pages twice, for a file in two languages: each page gets a copy that shows the translation, on a
 * page of its own or beside the source.
 *
 * <p>{@link dev.yiben.formats.pdf.twin.PageTwins} makes the copies and arranges them.
 */
package dev.yiben.formats.pdf.twin;
