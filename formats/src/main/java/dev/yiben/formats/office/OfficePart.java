package dev.yiben.formats.office;

/**
 * A part of a package.
 *
 * @param name its entry in the archive, such as {@code word/document.xml}
 * @param contentType what it is, such as {@code application/vnd.ms-excel.sheet.macroEnabled...}
 */
public record OfficePart(String name, String contentType) {}
