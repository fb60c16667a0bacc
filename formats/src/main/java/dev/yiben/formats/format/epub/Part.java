package dev.yiben.formats.format.epub;

/**
 * A file of a book that has text.
 *
 * @param name of its entry
 * @param kind what it is
 * @param packageName the entry of the package document that it belongs to
 */
record Part(String name, Kind kind, String packageName) {
  enum Kind {
    CHAPTER,
    NAVIGATION,
    NCX,
    PACKAGE
  }

  /** Returns whether it says what the book is and has, rather than what is read. */
  boolean isLabel() {
    return kind == Kind.NCX || kind == Kind.PACKAGE;
  }
}
