package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The items of a paragraph that are a segment: from its first word to its last, and what is half in
 * them.
 *
 * @param first number of the first item
 * @param last number of the last item
 */
record Extent(int first, int last) {
  /** Numbers of lists that are letters: {@code a)}, {@code (iv)}, {@code B.}. */
  private static final Pattern NUMBER =
      Pattern.compile("[(（\\[]?(?:\\p{L}{1,2}|[ivxlcIVXLC]{1,6})[.)）\\]．、]+");

  private static final int LONGEST_NUMBER = 12;

  /** Returns the extent of all words; nothing if there are none. */
  static Optional<Extent> ofAllWords(List<Item> items) {
    return of(items, 0, item -> item instanceof Text text && !text.isBlank())
        .map(words -> words.withStandIns(items).withWholePairs(items));
  }

  /** Returns the extent of all words but numbers and signs that tabs part from the others. */
  static Optional<Extent> ofWordsBetweenTabs(List<Item> items) {
    int number = afterNumber(items);
    Optional<Extent> letters =
        of(items, number, item -> item instanceof Text text && text.hasLetter())
            .map(extent -> extent.upToTabs(items));
    return letters.isPresent()
        ? letters.map(words -> words.withStandIns(items).withWholePairs(items))
        : ofAllWords(items);
  }

  /** Returns what follows the number that the first tab parts from the words. */
  private static int afterNumber(List<Item> items) {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < items.size() && number.length() <= LONGEST_NUMBER; i++) {
      if (items.get(i) instanceof Text text) {
        number.append(text.value());
      } else if (isTab(items.get(i))) {
        return NUMBER.matcher(number.toString().strip()).matches() ? i + 1 : 0;
      }
    }
    return 0;
  }

  private static Optional<Extent> of(List<Item> items, int from, Predicate<Item> isWord) {
    int first = -1;
    int last = -1;
    for (int i = from; i < items.size(); i++) {
      if (isWord.test(items.get(i))) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first < 0 ? Optional.empty() : Optional.of(new Extent(first, last));
  }

  /** Adds all words on both sides up to the next tab. */
  private Extent upToTabs(List<Item> items) {
    int newFirst = first;
    for (int i = first; i >= 0 && !isTab(items.get(i)); i--) {
      newFirst = items.get(i) instanceof Text text && !text.isBlank() ? i : newFirst;
    }
    int newLast = last;
    for (int i = last; i < items.size() && !isTab(items.get(i)); i++) {
      newLast = items.get(i) instanceof Text text && !text.isBlank() ? i : newLast;
    }
    return new Extent(newFirst, newLast);
  }

  private static boolean isTab(Item item) {
    return item instanceof Code code && code.shown().equals("\t");
  }

  /** Adds codes at the edges that stand for words. */
  private Extent withStandIns(List<Item> items) {
    int newFirst = first;
    for (int i = first; i >= 0 && !isMark(items.get(i)); i--) {
      newFirst = isStandIn(items.get(i)) ? i : newFirst;
    }
    int newLast = last;
    for (int i = last; i < items.size() && !isMark(items.get(i)); i++) {
      newLast = isStandIn(items.get(i)) ? i : newLast;
    }
    return new Extent(newFirst, newLast);
  }

  private static boolean isStandIn(Item item) {
    return item instanceof Code code && code.kind() == CodeKind.WORD;
  }

  private static boolean isMark(Item item) {
    return item instanceof Code code && code.kind() == CodeKind.MARK;
  }

  private Extent withWholePairs(List<Item> items) {
    Map<Integer, Integer> opens = new HashMap<>();
    int newFirst = first;
    int newLast = last;
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Open open) {
        opens.put(open.pair(), i);
      } else if (items.get(i) instanceof Close close) {
        int open = opens.get(close.pair());
        boolean opensIn = open >= first && open <= last;
        boolean closesIn = i >= first && i <= last;
        newFirst = closesIn && !opensIn ? Math.min(newFirst, open) : newFirst;
        newLast = opensIn && !closesIn ? Math.max(newLast, i) : newLast;
      }
    }
    Extent wider = new Extent(newFirst, newLast);
    return wider.equals(this) ? this : wider.withWholePairs(items);
  }
}
