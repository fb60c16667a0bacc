package dev.yiben.formats.markup;

/**
 * An attribute of a start tag.
 *
 * @param name as written, with its prefix
 * @param start offset of the name
 * @param valueStart offset of the value's first character, after the quote
 * @param valueEnd offset after its last character; equal to {@code valueStart} without a value
 * @param quote the quotation mark, or 0 where there is none
 */
public record Attribute(String name, int start, int valueStart, int valueEnd, char quote) {

  /** Returns the name without prefix, in lower case. */
  public String localName() {
    return Names.local(name);
  }

  /** Returns the decoded value, given the text that the attribute was found in. */
  public String value(String text) {
    return Characters.decode(text, valueStart, valueEnd);
  }
}
