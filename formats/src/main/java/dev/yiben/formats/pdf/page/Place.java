package dev.yiben.formats.pdf.page;

/**
 * Where a glyph is shown: bytes of a string of a text-showing operator.
 *
 * @param stream number of the content stream in {@link PageContent#streams}
 * @param operator number of the operator in its stream, counted from 0 over all operators
 * @param element number of the string among the strings of a {@code TJ} array; else 0
 * @param start first byte of the character code in the string
 * @param end byte after the character code
 * @param advance how far it moves what follows, in the unit of numbers in a {@code TJ} array, where
 *     a positive number moves back
 * @param state the text state before the operator
 */
public record Place(
    int stream, int operator, int element, int start, int end, double advance, TextState state) {}
