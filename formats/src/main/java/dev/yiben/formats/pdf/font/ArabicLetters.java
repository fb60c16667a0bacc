package dev.yiben.formats.pdf.font;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Arabic letters, and the presentation forms by which they are written joined; see chapter 9 of the
 * Unicode Standard.
 */
final class ArabicLetters {
  private static final Normalizer2 COMPATIBILITY = Normalizer2.getNFKCInstance();
  private static final int LAM = 0x644;
  private static final Set<Integer> TO_THE_NEXT =
      Set.of(JoiningType.DUAL_JOINING, JoiningType.LEFT_JOINING, JoiningType.JOIN_CAUSING);
  private static final Set<Integer> TO_THE_ONE_BEFORE =
      Set.of(JoiningType.DUAL_JOINING, JoiningType.RIGHT_JOINING, JoiningType.JOIN_CAUSING);

  /** Presentation forms by what is joined and, of that, by {@link DecompositionType}. */
  private static final Map<String, Map<Integer, Integer>> FORMS = forms();

  private ArabicLetters() {}

  private static Map<String, Map<Integer, Integer>> forms() {
    Map<String, Map<Integer, Integer>> forms = new HashMap<>();
    for (int form = 0xFB50; form <= 0xFEFC; form++) {
      if (isForm(form)) {
        String letters = COMPATIBILITY.getRawDecomposition(form);
        if (letters != null && (letters.length() == 1 || form >= 0xFEF5)) {
          int type = UCharacter.getIntPropertyValue(form, UProperty.DECOMPOSITION_TYPE);
          forms.computeIfAbsent(letters, key -> new HashMap<>()).putIfAbsent(type, form);
        }
      }
    }
    return forms;
  }

  private static boolean isForm(int codePoint) {
    return (codePoint >= 0xFB50 && codePoint <= 0xFDFF)
        || (codePoint >= 0xFE70 && codePoint <= 0xFEFC);
  }

  /** Returns the letters that a presentation form stands for, or the character itself. */
  static String of(int codePoint) {
    String text = Character.toString(codePoint);
    return isForm(codePoint) ? COMPATIBILITY.normalize(text) : text;
  }

  /**
   * Returns a text with presentation forms in the place of letters that are joined, in the order of
   * characters; a letter that has no form for its place stays.
   */
  static String joined(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == LAM && i + 1 < text.length()) {
        Map<Integer, Integer> ligatures = FORMS.get(text.substring(i, i + 2));
        if (ligatures != null) {
          out.append((char) (int) ligatures.get(type(joinsBefore(text, i), false)));
          i++;
          continue;
        }
      }
      Integer form = form(text, i);
      out.append(form == null ? letter : (char) (int) form);
    }
    return out.toString();
  }

  private static Integer form(String text, int index) {
    int type = type(joinsBefore(text, index), joinsAfter(text, index));
    return FORMS.getOrDefault(text.substring(index, index + 1), Map.of()).get(type);
  }

  private static int type(boolean before, boolean after) {
    if (before) {
      return after ? DecompositionType.MEDIAL : DecompositionType.FINAL;
    }
    return after ? DecompositionType.INITIAL : DecompositionType.ISOLATED;
  }

  private static boolean joinsBefore(String text, int index) {
    return joins(text.charAt(index), TO_THE_ONE_BEFORE) && joins(text, index, -1, TO_THE_NEXT);
  }

  private static boolean joinsAfter(String text, int index) {
    return joins(text.charAt(index), TO_THE_NEXT) && joins(text, index, 1, TO_THE_ONE_BEFORE);
  }

  /** Returns whether the next letter in a direction, over marks, joins. */
  private static boolean joins(String text, int from, int step, Set<Integer> types) {
    int i = from + step;
    while (i >= 0 && i < text.length() && joining(text.charAt(i)) == JoiningType.TRANSPARENT) {
      i += step;
    }
    return i >= 0 && i < text.length() && joins(text.charAt(i), types);
  }

  /** Returns whether a letter of a text ought to be joined and has no form for that. */
  static boolean lacksForm(String text, int index) {
    return (joinsBefore(text, index) || joinsAfter(text, index))
        && joining(text.charAt(index)) != JoiningType.JOIN_CAUSING
        && form(text, index) == null;
  }

  private static boolean joins(int codePoint, Set<Integer> types) {
    return types.contains(joining(codePoint));
  }

  private static int joining(int codePoint) {
    return UCharacter.getIntPropertyValue(codePoint, UProperty.JOINING_TYPE);
  }
}
