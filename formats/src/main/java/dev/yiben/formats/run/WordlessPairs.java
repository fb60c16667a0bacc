package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes one code of what holds runs without words, such as a link around a picture. */
final class WordlessPairs {
  private WordlessPairs() {}

  static List<Item> close(List<Item> items) {
    Set<Integer> withWords = withWords(items);
    List<Item> closed = new ArrayList<>();
    List<Item> inside = new ArrayList<>();
    int wordless = 0;
    for (Item item : items) {
      if (wordless == 0 && item instanceof Open open && !withWords.contains(open.pair())) {
        wordless = open.pair();
      }
      if (wordless == 0) {
        closed.add(item);
        continue;
      }
      inside.add(item);
      if (item instanceof Close close && close.pair() == wordless) {
        closed.add(code(inside));
        inside.clear();
        wordless = 0;
      }
    }
    closed.addAll(inside);
    return closed;
  }

  private static Set<Integer> withWords(List<Item> items) {
    Set<Integer> withWords = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    Map<Integer, Boolean> words = new HashMap<>();
    for (Item item : items) {
      if (item instanceof Open start) {
        open.push(start.pair());
      } else if (item instanceof Close end) {
        open.remove();
        if (words.containsKey(end.pair())) {
          withWords.add(end.pair());
          open.stream().limit(1).forEach(outer -> words.put(outer, true));
        }
      } else if (item instanceof Text text && !text.isBlank() && !open.isEmpty()) {
        words.put(open.element(), true);
      }
    }
    return withWords;
  }

  private static Code code(List<Item> items) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder shown = new StringBuilder();
    CodeKind kind = CodeKind.END_ANCHOR;
    for (Item item : items) {
      if (item instanceof Open open) {
        pieces.addAll(open.pieces());
      } else if (item instanceof Close close) {
        pieces.addAll(close.pieces());
      } else if (item instanceof Text text) {
        pieces.add(new Piece.Characters(text.value(), text.style()));
        shown.append(text.value());
      } else if (item instanceof Code code) {
        pieces.addAll(code.pieces());
        shown.append(code.shown());
        kind = code.kind().compareTo(kind) > 0 ? code.kind() : kind;
      }
    }
    return new Code(kind, pieces, shown.toString(), "");
  }
}
