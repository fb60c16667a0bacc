package dev.yiben.formats.format.renpy;

/**
 * Something wrong with a translated text.
 *
 * @param check what is wrong
 * @param subject with which part of it; may be empty
 */
record TextFault(RenpyCheck check, String subject) {}
