package dev.yiben.pipeline.pair;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.check.Language;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a segment a translation mostly keeps.
 *
 * @param weight how much it says, in Latin letters
 * @param words words, some of which may stay as they are
 * @param numbers numbers in digits
 * @param codes kinds and names of inline codes
 * @param text hash of the whole text; 0 if it has no letter
 * @param role what it is in the document
 * @param start when it is shown, in milliseconds; negative if it is not known
 */
record Traits(
    double weight, Hashes words, Hashes numbers, Hashes codes, int text, Role role, long start) {
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[.,:]\\p{Nd}+)*");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}'’-]{2,}");

  /** Returns the traits of a segment. */
  static Traits of(Segment segment) {
    String plain = Normalizer.normalize(segment.source().plainText(), Normalizer.Form.NFKC).strip();
    return new Traits(
        Language.weight(plain),
        Hashes.of(found(WORD, plain.toLowerCase(Locale.ROOT))),
        Hashes.of(found(NUMBER, plain)),
        Hashes.of(
            segment.source().codes().stream().map(code -> code.kind() + CodeMapping.name(code))),
        plain.codePoints().anyMatch(Character::isLetter) ? plain.hashCode() : 0,
        segment.role(),
        segment.hints().startMillis().orElse(-1));
  }

  /** Returns the traits of two neighbours together. */
  Traits with(Traits next) {
    return new Traits(
        weight + next.weight,
        words.with(next.words),
        numbers.with(next.numbers),
        codes.with(next.codes),
        0,
        role,
        start);
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group);
  }
}
