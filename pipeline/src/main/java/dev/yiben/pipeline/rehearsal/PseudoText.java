package dev.yiben.pipeline.rehearsal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that shows at a glance what went through translation: accented letters prove the encoding,
 * doubled vowels the room, brackets that nothing was cut off.
 */
final class PseudoText {
  private static final Pattern PLACEHOLDER = Pattern.compile("⟦/?[0-9]+⟧");
  private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String ACCENTED = "àƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
  private static final String VOWELS = "aeiouAEIOU";

  private PseudoText() {}

  static String of(String marked) {
    StringBuilder pseudo = new StringBuilder("[");
    Matcher placeholder = PLACEHOLDER.matcher(marked);
    int end = 0;
    while (placeholder.find()) {
      accent(marked.substring(end, placeholder.start()), pseudo);
      pseudo.append(placeholder.group());
      end = placeholder.end();
    }
    accent(marked.substring(end), pseudo);
    return pseudo.append(']').toString();
  }

  private static void accent(String text, StringBuilder pseudo) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      int place = PLAIN.indexOf(character);
      char accented = place < 0 ? character : ACCENTED.charAt(place);
      pseudo.append(accented);
      if (VOWELS.indexOf(character) >= 0) {
        pseudo.append(accented);
      }
    }
  }
}
