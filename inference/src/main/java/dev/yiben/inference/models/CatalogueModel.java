package dev.yiben.inference.models;

import dev.yiben.inference.gguf.ModelShape;
import java.util.List;
import java.util.Optional;

/**
 * A model of the catalogue.
 *
 * @param name as it is asked for
 * @param title as its makers call it
 * @param architecture as in its header
 * @param parameters numbers that it has, such as {@code 7B}
 * @param languages tags, pairs such as {@code ja>zh} where it can translate no others, or words
 * @param licence name of the terms
 * @param profile prompt profile
 * @param about what it is good for, in a few words
 * @param shape what its memory is estimated by
 * @param files the usual one first
 */
public record CatalogueModel(
    String name,
    String title,
    String architecture,
    String parameters,
    List<String> languages,
    String licence,
    String profile,
    String about,
    ModelShape shape,
    List<CatalogueFile> files) {
  public CatalogueModel {
    languages = List.copyOf(languages);
    files = List.copyOf(files);
  }

  /** Returns the file of a quantisation, in capitals or not. */
  public Optional<CatalogueFile> file(String quantisation) {
    return files.stream().filter(f -> f.quantisation().equalsIgnoreCase(quantisation)).findFirst();
  }
}
