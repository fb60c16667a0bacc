/**
 * Plain text: {@link dev.yiben.formats.format.txt.TxtFormat} finds its paragraphs, joins the lines
 * of those that are hard-wrapped and wraps their translations again.
 */
package dev.yiben.formats.format.txt;
