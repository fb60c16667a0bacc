package dev.yiben.inference.template.jinja;

/**
 * A piece of a template.
 *
 * @param text what is meant: of a string its content, of a number its digits
 * @param line where it begins, from 1
 */
record Token(Kind kind, String text, int line) {
  enum Kind {
    /** What stands outside of tags. */
    TEXT,
    TAG_BEGIN,
    TAG_END,
    PRINT_BEGIN,
    PRINT_END,
    NAME,
    STRING,
    INTEGER,
    REAL,
    OPERATOR,
    END
  }

  boolean is(Kind other, String content) {
    return kind == other && text.equals(content);
  }

  /** Returns how a message shows it. */
  String shown() {
    return kind == Kind.END ? "the end of the template" : "'" + text + "'";
  }
}
