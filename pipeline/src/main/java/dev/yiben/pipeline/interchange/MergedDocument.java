package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.pipeline.DocumentResult;
import java.util.List;
import java.util.Map;

/**
 * What became of a document whose targets came back from a review.
 *
 * @param result the file and its segments; those without a target that can be taken keep their
 *     source
 * @param refused one line for each translation that was not taken
 * @param untranslated how many segments have no translation yet
 * @param confirmed the targets that a person has written, changed or signed off
 */
public record MergedDocument(
    DocumentResult result,
    List<String> refused,
    int untranslated,
    Map<SegmentId, CodedText> confirmed) {
  public MergedDocument {
    refused = List.copyOf(refused);
    confirmed = Map.copyOf(confirmed);
  }
}
