package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.XmlElement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A complex field (ISO/IEC 29500-1, 17.16.18).
 *
 * @param begin the mark before its instruction
 * @param separate the mark between instruction and result; nothing if it has no result
 * @param end the mark after it
 * @param instruction what it is, such as {@code PAGE}
 */
record Field(XmlElement begin, Optional<XmlElement> separate, XmlElement end, String instruction) {
  /** Fields whose result is text like any other. */
  private static final Set<String> TEXTS =
      Set.of("HYPERLINK", "FORMTEXT", "TOC", "TOA", "INDEX", "BIBLIOGRAPHY", "INCLUDETEXT");

  /** Fields whose result are lines that repeat what stands elsewhere. */
  private static final Set<String> CONTENTS = Set.of("TOC", "TOA", "INDEX");

  /** Fields that leave nothing where they stand. */
  private static final Set<String> UNSEEN =
      Set.of("XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "NEXT", "NEXTIF", "SKIPIF", "PRINT");

  /** Returns whether the result of a field is translated. */
  static boolean isText(String instruction) {
    return TEXTS.contains(type(instruction));
  }

  /** Returns whether a field shows nothing. */
  static boolean isUnseen(String instruction) {
    return UNSEEN.contains(type(instruction));
  }

  private static String type(String instruction) {
    String words = instruction.strip();
    int end = 0;
    while (end < words.length() && Character.isLetter(words.charAt(end))) {
      end++;
    }
    return words.substring(0, end).toUpperCase(Locale.ROOT);
  }

  /** Returns the mark after the instruction. */
  XmlElement head() {
    return separate.orElse(end);
  }

  /** Returns whether the result is a list of headings, words or the like. */
  boolean isContents() {
    return CONTENTS.contains(type(instruction));
  }
}
