/**
 * Reads CSS as far as text needs it: {@link dev.yiben.formats.style.StyleSheet} gives the rules of
 * a style sheet with their declarations, {@link dev.yiben.formats.style.TextStyles} says which
 * elements of a document are shown in another way than by default.
 */
package dev.yiben.formats.style;
