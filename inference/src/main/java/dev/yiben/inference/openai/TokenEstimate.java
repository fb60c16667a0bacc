package dev.yiben.inference.openai;

/** Estimates tokens by characters, for models whose tokenizer is not at hand. */
final class TokenEstimate {
  private TokenEstimate() {}

  /** Returns rather more tokens than the text has for any usual model. */
  static int most(String text) {
    double tokens = 0;
    int letters = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (character < 0x80 && Character.isLetter(character)) {
        letters++;
        continue;
      }
      tokens += word(letters);
      letters = 0;
      tokens += most(character);
    }
    return (int) Math.ceil(tokens + word(letters));
  }

  /** A word of ASCII letters: mostly one token where it is short, and one for three letters. */
  private static double word(int letters) {
    return letters == 0 ? 0 : Math.max(1.1, letters / 3.0);
  }

  private static double most(int character) {
    if (character == ' ') {
      return 0.05;
    }
    if (character < 0x80) {
      return 1;
    }
    if (Character.isIdeographic(character)) {
      return 1.65;
    }
    if (character >= 0x10000 || Character.getType(character) == Character.OTHER_SYMBOL) {
      return 3;
    }
    return switch (Character.UnicodeScript.of(character)) {
      case CYRILLIC -> 0.8;
      case LATIN -> 1;
      case GREEK -> 1.1;
      case HIRAGANA, KATAKANA -> 1.3;
      case HANGUL -> 1.5;
      default -> 1.6;
    };
  }

  /** Returns rather fewer tokens than the text has for any usual model. */
  static int least(String text) {
    double tokens = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      tokens += Character.isIdeographic(character) ? 0.4 : character < 0x80 ? 0.13 : 0.2;
    }
    return (int) tokens;
  }
}
