package dev.yiben.formats.markup;

/** A text is so broken that its markup cannot be told from its words; leave the file as it is. */
public final class MarkupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception about a place in a text. */
  public MarkupException(String text, int offset, String problem) {
    super(
        "line "
            + (1 + text.substring(0, offset).chars().filter(c -> c == '\n').count())
            + ": "
            + problem);
  }
}
