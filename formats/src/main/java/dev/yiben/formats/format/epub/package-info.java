/**
 * EPUB 2 and 3: {@link dev.yiben.formats.format.epub.EpubFormat} reads the books' chapters, tables
 * of contents and titles, and patches translations into the files of the book's archive.
 */
package dev.yiben.formats.format.epub;
