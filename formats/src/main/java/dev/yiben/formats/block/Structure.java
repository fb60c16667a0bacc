package dev.yiben.formats.block;

import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which end tag belongs to which start tag. An end tag closes the nearest open element of its name
 * and cuts off those opened since; pairs are therefore always nested.
 */
final class Structure {
  private static final int NONE = -1;

  private final int[] partner;
  private final int[] scopeEnd;

  Structure(List<Token> tokens, Vocabulary vocabulary) {
    partner = new int[tokens.size()];
    scopeEnd = new int[tokens.size()];
    Arrays.fill(partner, NONE);
    Arrays.fill(scopeEnd, tokens.size());
    Deque<Integer> open = new ArrayDeque<>();
    Map<String, Integer> openByName = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof StartTag tag) {
        if (tag.selfClosing() || isBareVoid(tokens, i, tag, vocabulary)) {
          partner[i] = i;
          scopeEnd[i] = i;
        } else {
          open.push(i);
          openByName.merge(tag.name(), 1, Integer::sum);
        }
      } else if (tokens.get(i) instanceof EndTag tag
          && openByName.getOrDefault(tag.name(), 0) > 0) {
        close(tokens, open, openByName, i, tag.name());
      }
    }
  }

  private static boolean isBareVoid(
      List<Token> tokens, int i, StartTag tag, Vocabulary vocabulary) {
    boolean closedAtOnce =
        i + 1 < tokens.size()
            && tokens.get(i + 1) instanceof EndTag end
            && end.name().equals(tag.name());
    return !closedAtOnce && vocabulary.isVoid(tag.localName());
  }

  private void close(
      List<Token> tokens,
      Deque<Integer> open,
      Map<String, Integer> openByName,
      int end,
      String name) {
    while (true) {
      int start = open.pop();
      String startName = ((StartTag) tokens.get(start)).name();
      openByName.merge(startName, -1, Integer::sum);
      scopeEnd[start] = end;
      if (startName.equals(name)) {
        partner[start] = end;
        partner[end] = start;
        return;
      }
    }
  }

  /**
   * Returns the token that pairs with a tag: the tag itself where it is an empty element, or -1
   * where nothing closes or opens it.
   */
  int partner(int tag) {
    return partner[tag];
  }

  /** Returns where a start tag's element ends at the latest, by its own end tag or another's. */
  int scopeEnd(int start) {
    return scopeEnd[start];
  }
}
