package dev.yiben.inference.decoding;

/** What stands at a place of a grammar; compared by identity. */
abstract sealed class Element {
  /** What comes after this in its sequence, or null at its end. */
  final Element next;

  private Element(Element next) {
    this.next = next;
  }

  /** Bytes one after the other, at least one. */
  static final class Literal extends Element {
    final byte[] bytes;

    Literal(byte[] bytes, Element next) {
      super(next);
      this.bytes = bytes;
    }
  }

  /** A character of a set. */
  static final class OneOf extends Element {
    /** The place before its first byte. */
    final int place;

    OneOf(int place, Element next) {
      super(next);
      this.place = place;
    }
  }

  /** One of some sequences. */
  static final class Choice extends Element {
    final Alternatives alternatives;

    Choice(Alternatives alternatives, Element next) {
      super(next);
      this.alternatives = alternatives;
    }
  }

  /** One of some sequences several times. */
  static final class Repetition extends Element {
    final Alternatives alternatives;
    final int least;
    final int most;

    Repetition(Alternatives alternatives, int least, int most, Element next) {
      super(next);
      this.alternatives = alternatives;
      this.least = least;
      this.most = most;
    }
  }
}
