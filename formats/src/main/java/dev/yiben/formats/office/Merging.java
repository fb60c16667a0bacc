package dev.yiben.formats.office;

import dev.yiben.formats.run.Paragraph;

/**
 * What the writer of a text knows besides its target.
 *
 * @param targetLanguage language of the targets as a BCP 47 tag
 * @param markup the part as it is written, with the targets of texts within this one
 */
public record Merging(String targetLanguage, Paragraph.Markup markup) {}
