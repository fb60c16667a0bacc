/**
 * Tolerant reading of XML and HTML with offsets: {@link dev.yiben.formats.markup.MarkupScanner}
 * cuts a text into tokens that cover it whole, and {@link dev.yiben.formats.markup.Characters}
 * reads and writes character data.
 *
 * <p>Nothing outside of a text is ever resolved: no DTD, no entity, no address.
 */
package dev.yiben.formats.markup;
