/**
 * Texts of DrawingML (ISO/IEC 29500-1, clauses 20 and 21), which Word, Excel and PowerPoint share:
 * paragraphs of shapes, charts, SmartArt, and what is told to those who do not see a picture.
 *
 * <p>{@link dev.yiben.formats.drawing.DrawingParts} is the entry for what lies in parts of its own:
 * {@code of(part)} tells the parts of the charts, SmartArt and drawings that a part shows, in the
 * order to read them, and {@code read(part, xml, stream)} their texts. Within a part, {@link
 * dev.yiben.formats.drawing.ShapeTexts} collects all texts of an element that shows shapes, and
 * {@link dev.yiben.formats.drawing.AlternativeText} those of one {@code docPr} or {@code cNvPr}.
 */
package dev.yiben.formats.drawing;
