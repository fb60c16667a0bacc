package dev.yiben.formats.format.renpy;

/**
 * Something in a script that the engine would not accept.
 *
 * @param line number of the line, from 1
 * @param message what is wrong
 */
record ScriptProblem(int line, String message) {}
