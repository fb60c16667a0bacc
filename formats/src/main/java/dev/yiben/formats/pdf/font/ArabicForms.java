package dev.yiben.formats.pdf.font;

import com.ibm.icu.text.Normalizer2;

/** The presentation forms of Arabic letters, by which they are written joined. */
final class ArabicForms {
  private static final Normalizer2 COMPATIBILITY = Normalizer2.getNFKCInstance();

  private ArabicForms() {}

  /** Returns the letters that a presentation form stands for, or the character itself. */
  static String letters(int codePoint) {
    boolean form =
        (codePoint >= 0xFB50 && codePoint <= 0xFDFF)
            || (codePoint >= 0xFE70 && codePoint <= 0xFEFC);
    String text = Character.toString(codePoint);
    return form ? COMPATIBILITY.normalize(text) : text;
  }
}
