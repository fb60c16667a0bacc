package dev.yiben.pipeline.check;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.glossary.TermMatch;
import java.util.List;
import java.util.Optional;

/**
 * A segment with its target, as the checks see it.
 *
 * @param segment the segment
 * @param target the target to check
 * @param sourceLanguage BCP 47 tag, if known
 * @param targetLanguage BCP 47 tag
 * @param terms terms found in the source
 */
public record CheckedSegment(
    Segment segment,
    CodedText target,
    Optional<String> sourceLanguage,
    String targetLanguage,
    List<TermMatch> terms) {}
