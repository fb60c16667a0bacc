/**
 * Reads CSS as far as text needs it: {@link dev.yiben.formats.style.StyleSheet} gives the rules of
 * a style sheet with their declarations.
 */
package dev.yiben.formats.style;
