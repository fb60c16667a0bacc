/**
 * Finds out how a text file without a declaration is encoded: {@link
 * dev.yiben.formats.encoding.EncodingDetector} decodes it without loss.
 */
package dev.yiben.formats.encoding;
