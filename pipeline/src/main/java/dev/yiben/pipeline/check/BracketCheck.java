package dev.yiben.pipeline.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * {@code PUN-003}: brackets and quotation marks of the target come in pairs, as those of its source
 * do.
 *
 * <p>A source in which they do not is not looked at: a quotation may run through several segments.
 */
final class BracketCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.warning("PUN-003", "a bracket or quotation mark without its other half");

  private static final String OPENING = "([{（［｛「『【〔《〈";
  private static final String CLOSING = ")]}）］｝」』】〕》〉";
  private static final int STRAIGHT = '"';

  /** Quotation marks that open in one language and close in another, or are apostrophes. */
  private static final String AMBIGUOUS = "«»“”„‟‘’‚‹›";

  private static final String APOSTROPHES = "‘’‚‹›";

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    if (segment.isPart()) {
      return List.of();
    }
    return unpaired(Words.withSigns(segment.target()))
        .filter(mark -> unpaired(Words.withSigns(segment.segment().source())).isEmpty())
        .map(mark -> List.of("the mark " + mark + " has no other half"))
        .orElse(List.of());
  }

  private static Optional<String> unpaired(String text) {
    Deque<Integer> open = new ArrayDeque<>();
    int straight = 0;
    int curly = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int opening = OPENING.indexOf(c);
      int closing = CLOSING.indexOf(c);
      if (c == STRAIGHT) {
        straight++;
      } else if (AMBIGUOUS.indexOf(c) >= 0) {
        curly += APOSTROPHES.indexOf(c) < 0 ? 1 : 0;
      } else if (opening >= 0) {
        open.push(opening);
      } else if (closing >= 0
          && !isListMark(text, i)
          && (open.isEmpty() || open.pop() != closing)) {
        return Optional.of(String.valueOf(c));
      }
    }
    if (!open.isEmpty()) {
      return Optional.of(String.valueOf(OPENING.charAt(open.pop())));
    }
    boolean inches = straight == 1 && text.matches("(?s).*[0-9]\".*");
    return straight % 2 == 1 && !inches
        ? Optional.of("\"")
        : curly % 2 == 1 ? Optional.of("“") : Optional.empty();
  }

  /** Returns whether a bracket is that of {@code 1)} or a smiley. */
  private static boolean isListMark(String text, int at) {
    int before = at == 0 ? ' ' : text.charAt(at - 1);
    return before == ':'
        || before == ';'
        || (before < 128
            && Character.isLetterOrDigit(before)
            && (at == 1 || text.charAt(at - 2) == ' '));
  }
}
