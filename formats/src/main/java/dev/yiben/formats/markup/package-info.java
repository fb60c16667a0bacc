/**
 * Tolerant reading of XML and HTML with offsets: {@link dev.yiben.formats.markup.MarkupScanner}
 * cuts a text into tokens that cover it whole, and {@link dev.yiben.formats.markup.Characters}
 * reads and writes character data.
 *
 * <p>Nothing is ever resolved: no DTD, no entity of a document's own, no address.
 */
package dev.yiben.formats.markup;
