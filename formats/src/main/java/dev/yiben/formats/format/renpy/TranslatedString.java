package dev.yiben.formats.format.renpy;

/**
 * A string and its translation: {@code old "Start"} and {@code new "开始"}.
 *
 * @param language name of the language
 * @param line number of the line of the source
 * @param source the string
 * @param targetLine number of the line of its translation
 * @param target the translation
 */
record TranslatedString(
    String language, int line, PythonLiteral source, int targetLine, PythonLiteral target) {}
