package dev.yiben.formats.format.xlsx;

import java.util.List;

/**
 * A sheet of a workbook.
 *
 * @param name as people see it
 * @param part where its cells are
 * @param hidden whether nobody sees it
 * @param nameStart offset of the name as written in the workbook's main part
 * @param nameEnd offset after it
 * @param tables those that lie on it
 */
record Sheet(
    String name, String part, boolean hidden, int nameStart, int nameEnd, List<Table> tables) {}
