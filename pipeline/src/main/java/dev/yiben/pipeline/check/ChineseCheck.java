package dev.yiben.pipeline.check;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import java.util.List;

/**
 * {@code LNG-003}: Chinese is written in the characters of the target's kind, simplified or
 * traditional.
 */
final class ChineseCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.warning(
          "LNG-003", "Chinese in simplified characters instead of traditional, or the reverse");

  private static final int FIRST = 0x4E00;
  private static final int LAST = 0x9FFF;
  private static final int FEWEST = 3;
  private static final double LEAST_SHARE = 0.1;

  private BitSet traditional;
  private BitSet simplified;

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    if (!segment.targetLanguage().split("-", 2)[0].equals("zh")) {
      return List.of();
    }
    boolean simple =
        ULocale.addLikelySubtags(ULocale.forLanguageTag(segment.targetLanguage()))
            .getScript()
            .equals("Hans");
    readCharacters();
    BitSet wrong = simple ? traditional : simplified;
    int[] characters =
        segment.target().plainText().codePoints().filter(c -> c >= FIRST && c <= LAST).toArray();
    int found = 0;
    for (int character : characters) {
      found += wrong.get(character) ? 1 : 0;
    }
    return found >= FEWEST && found > characters.length * LEAST_SHARE
        ? List.of("it must be in " + (simple ? "simplified" : "traditional") + " characters")
        : List.of();
  }

  private synchronized void readCharacters() {
    if (traditional == null) {
      traditional = changedBy("Traditional-Simplified");
      simplified = changedBy("Simplified-Traditional");
      // Some are in use in both.
      BitSet both = (BitSet) traditional.clone();
      both.and(simplified);
      traditional.andNot(both);
      simplified.andNot(both);
    }
  }

  private static BitSet changedBy(String id) {
    Transliterator transliterator = Transliterator.getInstance(id);
    BitSet changed = new BitSet();
    for (int c = FIRST; c <= LAST; c++) {
      String character = Character.toString(c);
      if (!transliterator.transliterate(character).equals(character)) {
        changed.set(c);
      }
    }
    return changed;
  }
}
