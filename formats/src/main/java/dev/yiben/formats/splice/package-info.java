/**
 * The core of every format that is text: {@link dev.yiben.formats.splice.SourceText} decodes a file
 * without loss, and writes it again with some ranges replaced and all other bytes as they were.
 */
package dev.yiben.formats.splice;
