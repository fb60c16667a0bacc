package dev.yiben.formats.format.docx;

/**
 * A style with all that it has from the styles that it is based on.
 *
 * @param name what the style is called whatever the language of Word, such as {@code heading 1}, in
 *     lower case
 * @param paragraph properties of paragraphs
 * @param run properties of runs
 */
record Style(String name, Properties paragraph, Properties run) {
  /** The style of a document without styles. */
  static final Style NONE = new Style("", Properties.NONE, Properties.NONE);
}
