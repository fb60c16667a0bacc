/**
 * Zip files as formats meet them: {@link dev.yiben.formats.archive.Archive} reads entries within
 * limits, and writes the file again with some entries replaced and all others copied unopened.
 */
package dev.yiben.formats.archive;
