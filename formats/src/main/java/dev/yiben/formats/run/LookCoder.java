package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes pairs of codes of what looks different from the text around it.
 *
 * <p>In each element with runs the look that prevails needs no code. Another one that goes on
 * behind an element of the same look encloses it, and one that goes on behind a third look encloses
 * that.
 */
final class LookCoder {
  private static final String NONE = "\0";

  private final List<Item> items;
  private final PrevailingLooks prevailing;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Level> levels = new ArrayDeque<>();

  /** Of each item, the key of the look of the next word in the same element, itself included. */
  private final String[] next;

  /** Of each word, the key of the next look in the same element that is another than its own. */
  private final String[] other;

  private final int[] closes;
  private int pairs;

  /** An element with runs, and the looks within each other that are open in it. */
  private record Level(RunStyle base, Deque<Span> spans) {
    String look() {
      return spans.isEmpty() ? base.key() : spans.element().key();
    }
  }

  private record Span(int pair, String key) {}

  /**
   * Creates it.
   *
   * @param items those of the segment, with whole pairs
   */
  LookCoder(List<Item> items, PrevailingLooks prevailing) {
    this.items = items;
    this.prevailing = prevailing;
    this.next = new String[items.size() + 1];
    this.other = new String[items.size() + 1];
    this.closes = new int[items.size()];
  }

  List<Token> tokens() {
    lookAhead();
    levels.push(new Level(prevailing.outermost(), new ArrayDeque<>()));
    for (int i = 0; i < items.size(); i++) {
      add(i, items.get(i));
    }
    approach(NONE, NONE);
    return tokens;
  }

  private void lookAhead() {
    Deque<Integer> open = new ArrayDeque<>();
    next[items.size()] = NONE;
    other[items.size()] = NONE;
    for (int i = items.size() - 1; i >= 0; i--) {
      Item item = items.get(i);
      int after = i + 1;
      String look = "";
      boolean isWord = false;
      if (item instanceof Close) {
        open.push(i);
        next[i] = NONE;
        other[i] = NONE;
        continue;
      }
      if (item instanceof Open start) {
        closes[i] = open.remove();
        after = closes[i] + 1;
        look = prevailing.of(start.pair()).key();
        isWord = true;
      } else if (item instanceof Text text && !PrevailingLooks.isNeutral(text)) {
        look = text.style().key();
        isWord = true;
      }
      next[i] = isWord ? look : next[after];
      other[i] = isWord && !next[after].equals(look) ? next[after] : other[after];
    }
  }

  private void add(int i, Item item) {
    if (item instanceof Text text) {
      if (PrevailingLooks.isNeutral(text)) {
        approach(next[i + 1], other[i + 1]);
      } else {
        begin(text.style(), other[i]);
      }
      tokens.add(new Token.Words(text.value()));
    } else if (item instanceof Code code) {
      approach(next[i + 1], other[i + 1]);
      tokens.add(new Token.Alone(code.kind().isAnchor(), code.pieces(), code.shown()));
    } else if (item instanceof Open open) {
      int after = closes[i] + 1;
      approach(next[after], other[after]);
      RunStyle base = prevailing.of(open.pair());
      tokens.add(new Token.Start(open.pair(), open.pieces(), "", base));
      levels.push(new Level(base, new ArrayDeque<>()));
    } else if (item instanceof Close close) {
      approach(NONE, NONE);
      tokens.add(new Token.End(close.pair(), close.pieces()));
      levels.remove();
    }
  }

  private void begin(RunStyle style, String later) {
    approach(style.key(), later);
    Level level = levels.element();
    if (!level.look().equals(style.key())) {
      pairs--;
      level.spans().push(new Span(pairs, style.key()));
      tokens.add(new Token.Start(pairs, List.of(), style.key(), style));
    }
  }

  /** Ends the looks that do not enclose the next word. */
  private void approach(String look, String later) {
    Level level = levels.element();
    boolean isNew =
        !look.equals(NONE)
            && !look.equals(level.base().key())
            && level.spans().stream().noneMatch(span -> span.key().equals(look));
    while (!level.spans().isEmpty()
        && !level.look().equals(look)
        && !(isNew && later.equals(level.look()))) {
      tokens.add(new Token.End(level.spans().remove().pair(), List.of()));
    }
  }
}
