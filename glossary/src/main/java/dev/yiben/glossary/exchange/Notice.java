package dev.yiben.glossary.exchange;

/**
 * What a user should know of an import.
 *
 * @param line line of a text file or row of a sheet, counted from 1; 0 for the whole file
 * @param text one line without the place
 */
public record Notice(int line, String text) {}
