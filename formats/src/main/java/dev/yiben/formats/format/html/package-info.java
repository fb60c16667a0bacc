/**
 * Web pages, whole or in part: {@link dev.yiben.formats.format.html.HtmlFormat} cuts them with the
 * scanner of {@code markup} and the segmenter of {@code block}.
 */
package dev.yiben.formats.format.html;
