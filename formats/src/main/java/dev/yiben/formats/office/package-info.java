/**
 * Office Open XML files (ISO/IEC 29500): {@link dev.yiben.formats.office.OfficePackage} finds their
 * parts, {@link dev.yiben.formats.office.OfficeDocument} is the document of all of their formats,
 * and an {@link dev.yiben.formats.office.OfficeReader} tells it what a format's texts are.
 */
package dev.yiben.formats.office;
