package dev.yiben.pipeline.terms;

import dev.yiben.glossary.extract.Candidate;

/**
 * A term with the translation that a model proposes.
 *
 * @param note what a translator should know; may be empty
 * @param agreeing how many answers have this translation
 * @param asked how many answers were asked for
 */
public record Proposal(
    Candidate candidate,
    Category category,
    String translation,
    String note,
    int agreeing,
    int asked) {}
