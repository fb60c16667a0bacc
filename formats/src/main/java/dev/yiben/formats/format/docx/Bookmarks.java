package dev.yiben.formats.format.docx;

/** Knows bookmarks that Word sets for itself. */
final class Bookmarks {
  private Bookmarks() {}

  /**
   * Returns whether nothing refers to a bookmark: where somebody typed last, and what somebody
   * copied once.
   */
  static boolean isOfNoUse(String name) {
    return name.equals("_GoBack") || name.matches("_Hlk[0-9]+");
  }
}
