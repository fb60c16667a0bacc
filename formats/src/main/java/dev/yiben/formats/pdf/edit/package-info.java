/**
 * Changes content streams token by token: takes glyphs out and puts new drawing in, and leaves all
 * else as it is.
 *
 * <p>{@link dev.yiben.formats.pdf.edit.PageEdits} collects what changes on a page.
 */
package dev.yiben.formats.pdf.edit;
