/**
 * Markdown: {@link dev.yiben.formats.format.markdown.MarkdownFormat} lets commonmark-java say where
 * the text is, replaces only that, and reads what it wrote again to see that it still says the
 * same.
 */
package dev.yiben.formats.format.markdown;
