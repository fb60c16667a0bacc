package dev.yiben.inference.models;

import java.util.Optional;

/**
 * A file of a model of the catalogue.
 *
 * @param quantisation how its weights are stored, such as {@code Q4_K_M}
 * @param repository owner and name on Hugging Face
 * @param file name in the repository
 * @param size bytes
 * @param exact whether the size is known to the byte rather than about
 * @param modelScope owner and name on ModelScope, where the same file is there
 */
public record CatalogueFile(
    String quantisation,
    String repository,
    String file,
    long size,
    boolean exact,
    Optional<String> modelScope) {

  /** Returns whether a name means this file, among those of its model. */
  boolean isNamedBy(String name) {
    int colon = name.indexOf(':');
    return colon < 0 || name.substring(colon + 1).equalsIgnoreCase(quantisation);
  }
}
