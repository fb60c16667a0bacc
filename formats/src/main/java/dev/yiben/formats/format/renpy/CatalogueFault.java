package dev.yiben.formats.format.renpy;

/**
 * Something wrong with how a translation file is written.
 *
 * @param check what is wrong
 * @param line number of the line
 * @param place the translation id or the string that it is about; may be empty
 * @param subject with which part of it; may be empty
 */
record CatalogueFault(RenpyCheck check, int line, String place, String subject) {}
