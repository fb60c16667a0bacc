/**
 * Ren'Py games: scripts, their translation files, and the generation of those from scripts.
 *
 * <p>Entry: {@link dev.yiben.formats.format.renpy.RenpyFormat}. A file is read by {@code
 * ScriptLines} into logical lines in blocks, as the engine does it but with offsets; a line is read
 * by {@code LineCursor}. What is said of the engine holds for its version 8.0.3 where nothing else
 * is said.
 */
package dev.yiben.formats.format.renpy;
