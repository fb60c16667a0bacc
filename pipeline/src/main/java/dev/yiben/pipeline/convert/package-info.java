/**
 * Chinese from one script into the other, after a translation is accepted and before it is written:
 * {@link dev.yiben.pipeline.convert.ChineseConversion}.
 */
package dev.yiben.pipeline.convert;
