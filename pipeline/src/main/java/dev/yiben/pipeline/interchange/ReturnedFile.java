package dev.yiben.pipeline.interchange;

import java.util.List;
import java.util.Optional;

/**
 * A file that comes back from a review.
 *
 * @param sourceLanguage BCP 47 tag, if the file tells it
 * @param targetLanguage BCP 47 tag, if the file tells it
 * @param documents whose segments it has
 */
public record ReturnedFile(
    Optional<String> sourceLanguage,
    Optional<String> targetLanguage,
    List<ReturnedDocument> documents) {
  public ReturnedFile {
    documents = List.copyOf(documents);
  }
}
