package dev.yiben.cli.bench;

/** Numbers of 16 bits, IEEE 754 binary16. */
final class Half {
  private Half() {}

  /** Returns a number from 0 to 65504, cut off after its tenth binary digit. */
  static short of(float value) {
    int bits = Float.floatToIntBits(value);
    int exponent = (bits >>> 23) - 127 + 15;
    int fraction = bits & 0x7FFFFF;
    if (exponent <= 0) {
      // Below the smallest normal number there are multiples of 2^-24.
      return (short) Math.round(value * (1 << 24));
    }
    return (short) (exponent << 10 | fraction >>> 13);
  }
}
