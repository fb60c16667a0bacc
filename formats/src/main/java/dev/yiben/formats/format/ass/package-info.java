/**
 * Advanced SubStation Alpha and SubStation Alpha: {@link dev.yiben.formats.format.ass.AssFormat}.
 */
package dev.yiben.formats.format.ass;
