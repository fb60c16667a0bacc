package dev.yiben.formats.office;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.run.Paragraph;
import java.util.function.Predicate;

/**
 * What the writer of a text knows besides its target.
 *
 * @param targetLanguage language of the targets as a BCP 47 tag
 * @param translated tells which segments of the part are written with a target
 * @param markup the part as it is written, with the targets of texts within this one
 */
public record Merging(
    String targetLanguage, Predicate<SegmentId> translated, Paragraph.Markup markup) {}
