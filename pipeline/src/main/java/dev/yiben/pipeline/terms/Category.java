package dev.yiben.pipeline.terms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a term is, as a model sees it. */
public enum Category {
  PERSON,
  PLACE,
  ORGANISATION,
  /** Something else that has a name: a ship, a book, a spell. */
  THING,
  /** A word of the subject, or of the world that is told of. */
  TERM,
  /** An ordinary word, or a part of a name only. */
  NONE;

  static Optional<Category> named(String name) {
    return Arrays.stream(values()).filter(one -> one.toString().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
