package dev.yiben.formats.format.docx;

/**
 * A part of a document that has paragraphs.
 *
 * @param part its name
 * @param kind what it is
 * @param look what its paragraphs look like
 */
record Story(String part, Kind kind, Look look) {

  /** What a story is. */
  enum Kind {
    /** The document itself. */
    MAIN,
    /** A header or footer. */
    MARGIN,
    /** Footnotes, endnotes or comments. */
    NOTES,
    /** Building blocks, which are not seen in the document. */
    GLOSSARY
  }
}
