package dev.yiben.formats.pdf.layout;

/** Tells scripts apart, as far as layout depends on them. */
final class Scripts {
  private Scripts() {}

  /** Returns whether a text begins with a character of a script that is written without spaces. */
  static boolean withoutSpaces(String text) {
    return !text.isEmpty() && withoutSpaces(text.codePointAt(0));
  }

  static boolean withoutSpaces(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c < 0x3130)
        || (c >= 0x31F0 && c < 0x3200)
        || (c >= 0xFE30 && c < 0xFE50)
        || (c >= 0xFF00 && c < 0xFFA0);
  }

  /** Returns whether a character is a letter of a script that runs from right to left. */
  static boolean rightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** Returns whether more letters of lines run from right to left than not. */
  static boolean rightToLeft(Iterable<Line> lines) {
    int balance = 0;
    for (Line line : lines) {
      balance += balance(line.text());
    }
    return balance > 0;
  }

  /** Returns how many more letters of a text run from right to left than from left to right. */
  static int balance(String text) {
    int balance = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
        balance--;
      } else if (rightToLeft(c)) {
        balance++;
      }
    }
    return balance;
  }
}
