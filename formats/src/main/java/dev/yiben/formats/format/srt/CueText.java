package dev.yiben.formats.format.srt;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.format.srt.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a cue that is translated: without the white space, tags and overrides at its edges
 * and those that wrap the whole of it.
 *
 * @param start offset where it begins
 * @param end offset where it ends
 * @param source its text with codes
 */
record CueText(int start, int end, CodedText source) {

  /** Returns the part of a cue to translate; nothing if it shows nothing. */
  static Optional<CueText> of(String text, Cue cue) {
    List<Token> tokens = CueTokenizer.tokens(text, cue.textStart(), cue.textEnd());
    int[] partners = partners(tokens);
    int first = 0;
    int last = tokens.size() - 1;
    boolean changed = true;
    while (changed && first <= last) {
      changed = false;
      if (isEdge(tokens.get(first), partners[first])) {
        first++;
        changed = true;
      } else if (isEdge(tokens.get(last), partners[last])) {
        last--;
        changed = true;
      } else if (partners[first] == last) {
        first++;
        last--;
        changed = true;
      } else if (partners[first] == first + 1) {
        first += 2;
        changed = true;
      } else if (partners[last] >= 0 && partners[last] == last - 1) {
        last -= 2;
        changed = true;
      }
    }
    if (first > last) {
      return Optional.empty();
    }
    int start = tokens.get(first).start();
    int end = tokens.get(last).end();
    if (tokens.get(first).is(Kind.TEXT)) {
      while (Token.isSpace(text.charAt(start))) {
        start++;
      }
    }
    if (tokens.get(last).is(Kind.TEXT)) {
      while (Token.isSpace(text.charAt(end - 1))) {
        end--;
      }
    }
    return Optional.of(
        new CueText(start, end, source(text, tokens, partners, first, last, start, end)));
  }

  /**
   * Returns for each tag the index of its other half, or -1 if it has none or is not properly
   * nested.
   */
  private static int[] partners(List<Token> tokens) {
    int[] partners = new int[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    Map<String, Integer> openByName = new HashMap<>();
    for (int i = 0; i < partners.length; i++) {
      partners[i] = -1;
      Token token = tokens.get(i);
      if (token.is(Kind.OPEN)) {
        open.push(i);
        openByName.merge(token.name(), 1, Integer::sum);
      } else if (token.is(Kind.CLOSE) && openByName.getOrDefault(token.name(), 0) > 0) {
        while (partners[i] < 0) {
          int candidate = open.pop();
          String name = tokens.get(candidate).name();
          openByName.merge(name, -1, Integer::sum);
          if (name.equals(token.name())) {
            partners[i] = candidate;
            partners[candidate] = i;
          }
        }
      }
    }
    return partners;
  }

  private static boolean isEdge(Token token, int partner) {
    return token.showsNothing() && partner < 0;
  }

  private static CodedText source(
      String text, List<Token> tokens, int[] partners, int first, int last, int start, int end) {
    CodedText.Builder source = CodedText.builder();
    int[] numbers = new int[tokens.size()];
    for (int i = first; i <= last; i++) {
      Token token = tokens.get(i);
      String original = text.substring(Math.max(start, token.start()), Math.min(end, token.end()));
      if (token.is(Kind.TEXT)) {
        source.text(original);
      } else if (partners[i] < 0) {
        source.standalone(original, token.visible());
      } else if (partners[i] > i) {
        numbers[i] = source.open(original);
      } else {
        source.close(numbers[partners[i]], original);
      }
    }
    return source.build();
  }
}
