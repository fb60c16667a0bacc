package dev.yiben.inference.llamanative;

import java.util.Optional;
import java.util.TreeSet;

/** A sequence of the context: what has been computed for it, and the answer that it works on. */
final class Sequence {
  final int number;

  /** The tokens that have been computed, or will be with the batch that is being made. */
  final TokenList computed = new TokenList();

  /** The tokens to compute next. */
  final TokenList waiting = new TokenList();

  /** The sizes at which a copy of it is to be kept, for models that cannot forget a part. */
  final TreeSet<Integer> marks = new TreeSet<>();

  /** The stream whose tokens it holds; empty for none. */
  String stream = "";

  /** Whether it only holds what others begin with. */
  boolean copy;

  /** When it was used last, in requests. */
  long lastUse;

  private Answer answer;

  Sequence(int number) {
    this.number = number;
  }

  Optional<Answer> answer() {
    return Optional.ofNullable(answer);
  }

  boolean isFree() {
    return answer == null;
  }

  boolean isEmpty() {
    return isFree() && computed.size() == 0;
  }

  /** Begins to work on an answer, the beginning of whose prompt is what is computed. */
  void begin(Answer next) {
    answer = next;
    stream = next.stream;
    waiting.keep(0);
    waiting.addAll(next.prompt, computed.size(), next.prompt.length);
  }

  /** Ends the work on the answer; what waits is forgotten. */
  void end() {
    answer = null;
    waiting.keep(0);
    marks.clear();
  }

  /** Whether the answer has begun, so that its tokens come one after the other. */
  boolean isAnswering() {
    return answer != null && computed.size() + waiting.size() > answer.prompt.length;
  }

  /** Returns how many tokens may be computed before it must be looked at. */
  int upToMark() {
    Integer mark = marks.higher(computed.size());
    return mark == null ? waiting.size() : Math.min(waiting.size(), mark - computed.size());
  }

  /** Returns how many tokens it may come to hold. */
  int room() {
    return answer == null ? computed.size() : answer.room();
  }

  /** Returns how many tokens at the beginning of a prompt have been computed. */
  int common(int[] prompt) {
    return computed.common(prompt, 0);
  }

  /** Returns how many will have been computed, as far as that is known. */
  int commonSoon(int[] prompt) {
    int common = common(prompt);
    return common < computed.size() ? common : common + waiting.common(prompt, common);
  }
}
