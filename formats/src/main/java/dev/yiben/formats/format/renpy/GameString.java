package dev.yiben.formats.format.renpy;

/**
 * A string of a game that is translated wherever it is shown: marked in a script, or a caption or
 * choice of a menu.
 *
 * @param value what the engine looks up
 * @param script where it is
 * @param line number of the line that the engine names for it
 */
record GameString(String value, Script script, int line) {}
