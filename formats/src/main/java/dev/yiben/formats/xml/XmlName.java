package dev.yiben.formats.xml;

/**
 * The name of an element.
 *
 * @param namespace as {@link Namespaces#transitional} tells it; empty for none
 * @param local the name without prefix, as written
 */
public record XmlName(String namespace, String local) {}
