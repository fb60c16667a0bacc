package dev.yiben.formats.run;

import java.util.List;

/** A piece of a paragraph. */
sealed interface Item {

  /** Text of one look. */
  record Text(String value, RunStyle style) implements Item {
    boolean isBlank() {
      return value.chars().allMatch(Item::isSpace);
    }

    boolean hasLetter() {
      return value.codePoints().anyMatch(Character::isLetter);
    }
  }

  /**
   * A standalone code.
   *
   * @param key what the two ends of a pair of anchors have in common; empty for other codes
   */
  record Code(CodeKind kind, List<Piece> pieces, String shown, String key) implements Item {
    public Code {
      pieces = List.copyOf(pieces);
    }
  }

  /** The start of something that holds runs, such as a hyperlink. */
  record Open(int pair, List<Piece> pieces) implements Item {
    public Open {
      pieces = List.copyOf(pieces);
    }
  }

  /** The end of something that holds runs. */
  record Close(int pair, List<Piece> pieces) implements Item {
    public Close {
      pieces = List.copyOf(pieces);
    }
  }

  /** Returns whether a character is white space, also where lines do not break. */
  static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
