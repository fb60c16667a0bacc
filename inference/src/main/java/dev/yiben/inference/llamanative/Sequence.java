package dev.yiben.inference.llamanative;

import java.util.Optional;

/** A sequence of the context: what has been computed for it, and the answer that it works on. */
final class Sequence {
  final int number;

  /** The tokens that have been computed. */
  final TokenList computed = new TokenList();

  /** The tokens to compute next. */
  final TokenList waiting = new TokenList();

  /** The stream whose tokens it holds; empty for none. */
  String stream = "";

  /** When it was used last, in requests. */
  long lastUse;

  private Answer answer;
  private int begun;

  Sequence(int number) {
    this.number = number;
  }

  Optional<Answer> answer() {
    return Optional.ofNullable(answer);
  }

  boolean isFree() {
    return answer == null;
  }

  /** Begins to work on an answer, of whose prompt some tokens are computed. */
  void begin(Answer next, long use) {
    answer = next;
    stream = next.stream;
    lastUse = use;
    waiting.keep(0);
    begun = 0;
    for (int i = computed.size(); i < next.prompt.length; i++) {
      waiting.add(next.prompt[i]);
    }
  }

  /** Returns the next token to compute, which is then taken as computed. */
  int take() {
    int token = waiting.get(begun++);
    computed.add(token);
    if (begun == waiting.size()) {
      waiting.keep(0);
      begun = 0;
    }
    return token;
  }

  /** Returns how many tokens wait to be computed. */
  int left() {
    return waiting.size() - begun;
  }

  /** Ends the work on the answer; what waits is forgotten. */
  void end() {
    answer = null;
    waiting.keep(0);
    begun = 0;
  }
}
