package dev.yiben.pipeline.memory.exchange;

import dev.yiben.pipeline.memory.exchange.Piece.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A source and a target as marked texts.
 *
 * <p>The source's codes are numbered as they come. Those of the target get the numbers of their
 * fellows; what has none is left out, since a code that the source has not could not be written.
 *
 * @param source marked source
 * @param target marked target
 */
record MarkedPair(String source, String target) {

  static MarkedPair of(List<Piece> source, List<Piece> target) {
    Numbering numbering = new Numbering();
    String markedSource = numbering.source(source);
    return new MarkedPair(markedSource.strip(), numbering.target(target).strip());
  }

  /** Gives codes their numbers. */
  private static final class Numbering {
    private final Map<String, Deque<Integer>> pairs = new HashMap<>();
    private final Map<String, Deque<Integer>> alone = new HashMap<>();
    private int last;

    String source(List<Piece> pieces) {
      Set<Integer> paired = paired(pieces);
      Map<String, Deque<Integer>> open = new HashMap<>();
      StringBuilder marked = new StringBuilder();
      for (int i = 0; i < pieces.size(); i++) {
        Piece piece = pieces.get(i);
        if (piece.kind() == Kind.TEXT) {
          marked.append(piece.value());
        } else if (piece.kind() == Kind.CLOSE && paired.contains(i)) {
          marked.append("⟦/").append(open.get(piece.value()).pop()).append('⟧');
        } else {
          last++;
          boolean opens = piece.kind() == Kind.OPEN && paired.contains(i);
          if (opens) {
            open.computeIfAbsent(piece.value(), key -> new ArrayDeque<>()).push(last);
          }
          (opens ? pairs : alone)
              .computeIfAbsent(key(piece, opens), key -> new ArrayDeque<>())
              .add(last);
          marked.append('⟦').append(last).append('⟧');
        }
      }
      return marked.toString();
    }

    String target(List<Piece> pieces) {
      Set<Integer> paired = paired(pieces);
      Map<String, Deque<Integer>> open = new HashMap<>();
      StringBuilder marked = new StringBuilder();
      for (int i = 0; i < pieces.size(); i++) {
        Piece piece = pieces.get(i);
        if (piece.kind() == Kind.TEXT) {
          marked.append(piece.value());
          continue;
        }
        boolean isHalf = piece.kind() != Kind.ALONE && paired.contains(i);
        Deque<Integer> opened = open.computeIfAbsent(piece.value(), key -> new ArrayDeque<>());
        if (isHalf && piece.kind() == Kind.CLOSE) {
          int number = opened.pop();
          marked.append(number == 0 ? "" : "⟦/" + number + "⟧");
          continue;
        }
        Deque<Integer> free =
            (isHalf ? pairs : alone).getOrDefault(key(piece, isHalf), new ArrayDeque<>());
        int number = free.isEmpty() ? 0 : free.remove();
        if (isHalf) {
          opened.push(number);
        }
        marked.append(number == 0 ? "" : "⟦" + number + "⟧");
      }
      return marked.toString();
    }

    private static String key(Piece piece, boolean isHalf) {
      return isHalf || piece.kind() == Kind.ALONE ? piece.value() : piece.kind() + piece.value();
    }

    /** Returns the indices of codes that are halves of pairs. */
    private static Set<Integer> paired(List<Piece> pieces) {
      Map<String, Deque<Integer>> open = new HashMap<>();
      Deque<Integer> nested = new ArrayDeque<>();
      Set<Integer> paired = new HashSet<>();
      for (int i = 0; i < pieces.size(); i++) {
        Piece piece = pieces.get(i);
        if (piece.kind() == Kind.OPEN) {
          open.computeIfAbsent(piece.value(), key -> new ArrayDeque<>()).push(i);
          nested.push(i);
        } else if (piece.kind() == Kind.CLOSE) {
          Deque<Integer> opened = open.getOrDefault(piece.value(), new ArrayDeque<>());
          // What crosses another pair is no pair of ours.
          if (!opened.isEmpty() && opened.peek().equals(nested.peek())) {
            paired.add(opened.pop());
            paired.add(i);
            nested.pop();
          }
        }
      }
      return paired;
    }
  }
}
