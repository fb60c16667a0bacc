/**
 * Paragraphs of formatted runs, as Office formats have them, into text with inline codes and back.
 *
 * <p>A reader tells a {@link dev.yiben.formats.run.ParagraphBuilder} what a paragraph consists of,
 * and gets a {@link dev.yiben.formats.run.Paragraph}: its text, in which runs that look the same
 * are one, the prevailing look needs no code and other looks are pairs of codes. A {@link
 * dev.yiben.formats.run.RunDialect} says how runs are written.
 */
package dev.yiben.formats.run;
