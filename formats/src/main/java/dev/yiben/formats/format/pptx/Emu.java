package dev.yiben.formats.format.pptx;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of attributes, most of them in English metric units. */
final class Emu {
  /** How many of them are a point. */
  static final double PER_POINT = 12_700;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}");

  private Emu() {}

  /** Returns a number; the other one where none is said, or what is said is none. */
  static double of(Optional<String> value, double otherwise) {
    return value
        .filter(text -> NUMBER.matcher(text).matches())
        .map(Double::parseDouble)
        .orElse(otherwise);
  }
}
