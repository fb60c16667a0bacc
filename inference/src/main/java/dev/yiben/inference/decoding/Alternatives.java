package dev.yiben.inference.decoding;

import java.util.List;

/** Sequences of which one is to come; rules that refer to each other get theirs when all exist. */
final class Alternatives {
  private List<Sequence> sequences = List.of();

  /** A sequence by its first element, which is null for the empty one. */
  record Sequence(Element first) {}

  List<Sequence> sequences() {
    return sequences;
  }

  void set(List<Sequence> all) {
    sequences = List.copyOf(all);
  }
}
