/**
 * Lines of plain text: {@link dev.yiben.formats.lines.LineJoint} says what stood between two lines
 * of one paragraph, {@link dev.yiben.formats.lines.LineWrapper} cuts a paragraph into lines again,
 * {@link dev.yiben.formats.lines.LineBalancer} cuts a short text into even ones, and {@link
 * dev.yiben.formats.lines.Columns} measures them.
 */
package dev.yiben.formats.lines;
