package dev.yiben.glossary.exchange;

import java.util.List;

/**
 * A table to be written.
 *
 * @param name of its sheet
 * @param rows cells that are texts, or true or false
 */
record Grid(String name, List<String> header, List<List<Object>> rows) {}
