package dev.yiben.formats.block;

import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which end tag belongs to which start tag, whatever the case of their names. An end tag closes the
 * nearest open element of its name and cuts off those opened since; pairs are therefore always
 * nested.
 *
 * <p>Where an element whose end tag HTML lets authors leave out has none, such elements also end
 * where the next one begins. A text that closes them all is taken as it says.
 */
final class Structure {
  private static final int NONE = -1;

  /** No page nests deeper what a start tag ends; a look further up would take quadratic time. */
  private static final int LOOK_UP = 64;

  private final List<Token> tokens;
  private final Vocabulary vocabulary;
  private final OptionalEndTags endTags;
  private final int[] partner;
  private final int[] scopeEnd;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final Map<String, Integer> openByName = new HashMap<>();
  private boolean endTagMissing;

  private Structure(List<Token> tokens, Vocabulary vocabulary) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.endTags = vocabulary.optionalEndTags();
    partner = new int[tokens.size()];
    scopeEnd = new int[tokens.size()];
    Arrays.fill(partner, NONE);
    Arrays.fill(scopeEnd, tokens.size());
  }

  static Structure of(List<Token> tokens, Vocabulary vocabulary) {
    Structure asItSays = new Structure(tokens, vocabulary);
    asItSays.read(false);
    if (!asItSays.endTagMissing) {
      return asItSays;
    }
    Structure implied = new Structure(tokens, vocabulary);
    implied.read(true);
    return implied;
  }

  private void read(boolean implyEnds) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof StartTag tag) {
        if (implyEnds) {
          endOthers(i, tag);
        }
        if (tag.selfClosing() || isBareVoid(i, tag)) {
          partner[i] = i;
          scopeEnd[i] = i;
        } else {
          open.push(i);
          openByName.merge(key(tag.name()), 1, Integer::sum);
        }
      } else if (tokens.get(i) instanceof EndTag tag
          && openByName.getOrDefault(key(tag.name()), 0) > 0) {
        close(i, key(tag.name()));
      }
    }
    open.forEach(start -> endTagMissing |= mayLackEndTag(start));
  }

  private boolean isBareVoid(int i, StartTag tag) {
    boolean closedAtOnce =
        i + 1 < tokens.size()
            && tokens.get(i + 1) instanceof EndTag end
            && key(end.name()).equals(key(tag.name()));
    return !closedAtOnce && vocabulary.isVoid(tag.localName());
  }

  private void close(int end, String name) {
    while (true) {
      int start = pop(end);
      if (key(name(start)).equals(name)) {
        partner[start] = end;
        partner[end] = start;
        return;
      }
      endTagMissing |= mayLackEndTag(start);
    }
  }

  /** Ends the outermost elements that cannot go on where a tag begins. */
  private void endOthers(int i, StartTag tag) {
    Set<String> ended = endTags.endedBy(tag.localName());
    if (ended.isEmpty()) {
      return;
    }
    int last = NONE;
    int looked = 0;
    for (int start : open) {
      String name = ((StartTag) tokens.get(start)).localName();
      if (ended.contains(name)) {
        last = start;
      } else if (endTags.scopes().contains(name) || looked++ == LOOK_UP) {
        break;
      }
    }
    while (last != NONE && pop(i - 1) != last) {
      // All that was opened in it ends with it.
    }
  }

  private int pop(int end) {
    int start = open.pop();
    openByName.merge(key(name(start)), -1, Integer::sum);
    scopeEnd[start] = end;
    return start;
  }

  private boolean mayLackEndTag(int start) {
    return endTags.mayLack(((StartTag) tokens.get(start)).localName());
  }

  private String name(int start) {
    return ((StartTag) tokens.get(start)).name();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
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
