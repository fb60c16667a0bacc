/**
 * Well-formed XML as a tree with offsets: {@link dev.yiben.formats.xml.XmlText} reads it, {@link
 * dev.yiben.formats.xml.XmlElement} is what it consists of.
 *
 * <p>For formats that are read by programs which take nothing but well-formed XML, and whose
 * meaning lies in namespaces and nesting. What people write by hand is read by {@code block}.
 */
package dev.yiben.formats.xml;
