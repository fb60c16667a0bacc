package dev.yiben.formats.run;

import dev.yiben.formats.run.Token.Alone;
import dev.yiben.formats.run.Token.End;
import dev.yiben.formats.run.Token.Start;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes as few codes as it can: neighbours without text between them are one. */
final class TokenMerger {
  private TokenMerger() {}

  static List<Token> merge(List<Token> tokens) {
    List<Token> merged = new ArrayList<>();
    for (Token token : tokens) {
      int last = merged.size() - 1;
      Optional<Token> both = last < 0 ? Optional.empty() : merge(merged.get(last), token);
      if (both.isPresent()) {
        merged.set(last, both.get());
      } else {
        merged.add(token);
      }
    }
    return mergePairs(merged);
  }

  private static Optional<Token> merge(Token first, Token second) {
    if (first instanceof Alone one && second instanceof Alone other) {
      return Optional.of(one.and(other));
    }
    if (first instanceof Alone alone && alone.anchor()) {
      return with(second, alone.pieces(), List.of());
    }
    if (second instanceof Alone alone && alone.anchor()) {
      return with(first, List.of(), alone.pieces());
    }
    return Optional.empty();
  }

  private static Optional<Token> with(Token half, List<Piece> before, List<Piece> after) {
    if (half instanceof Start start) {
      return Optional.of(start.with(before, after));
    }
    return half instanceof End end ? Optional.of(end.with(before, after)) : Optional.empty();
  }

  /** Merges pairs that begin together and end together. */
  private static List<Token> mergePairs(List<Token> tokens) {
    Map<Integer, Integer> ends = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof End end) {
        ends.put(end.pair(), i);
      }
    }
    List<Token> result = new ArrayList<>(tokens);
    for (int i = result.size() - 2; i >= 0; i--) {
      if (result.get(i) instanceof Start outer && result.get(i + 1) instanceof Start inner) {
        int outerEnd = ends.get(outer.pair());
        int innerEnd = ends.get(inner.pair());
        if (innerEnd + 1 == outerEnd) {
          End end = (End) result.get(innerEnd);
          End last = (End) result.get(outerEnd);
          result.set(
              i,
              new Start(
                  outer.pair(),
                  inner.with(outer.pieces(), List.of()).pieces(),
                  outer.name() + inner.name(),
                  inner.look()));
          result.set(i + 1, null);
          result.set(outerEnd, last.with(end.pieces(), List.of()));
          result.set(innerEnd, null);
        }
      }
    }
    result.removeIf(Objects::isNull);
    return result;
  }
}
