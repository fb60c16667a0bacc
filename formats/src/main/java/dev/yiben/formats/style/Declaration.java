package dev.yiben.formats.style;

/**
 * A declaration of a rule.
 *
 * @param property its name in lower case
 * @param value as written, without {@code !important} and comments
 * @param important whether it is marked so
 */
public record Declaration(String property, String value, boolean important) {}
