package dev.yiben.pipeline.interchange;

import java.util.List;

/**
 * What a file for review holds.
 *
 * @param sourceLanguage BCP 47 tag, {@code und} if it is not known
 * @param targetLanguage BCP 47 tag
 * @param documents whose segments are to be reviewed, at least one
 */
record Exchange(String sourceLanguage, String targetLanguage, List<ExchangeDocument> documents) {
  private static final String UNDETERMINED = "und";

  Exchange {
    documents = List.copyOf(documents);
  }

  /**
   * Returns the content of a file for review.
   *
   * @throws ExchangeException if the documents are in several languages
   */
  static Exchange of(String targetLanguage, List<ExchangeDocument> documents) {
    List<String> languages =
        documents.stream().flatMap(each -> each.sourceLanguage().stream()).distinct().toList();
    if (languages.size() > 1) {
      throw new ExchangeException(
          "the documents are in several languages ("
              + String.join(", ", languages)
              + "); extract them into a file each, or say which it is with --from");
    }
    return new Exchange(
        languages.isEmpty() ? UNDETERMINED : languages.get(0), targetLanguage, documents);
  }
}
