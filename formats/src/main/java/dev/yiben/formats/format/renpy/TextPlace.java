package dev.yiben.formats.format.renpy;

import dev.yiben.formats.splice.Patch;

/** Where a text stands in a file. */
sealed interface TextPlace {

  /** Returns the text. */
  String value();

  /** Returns where the text begins in the file. */
  int start();

  /** Returns what writes another text there; nothing but the inside of the quotes if possible. */
  Patch patch(String value);

  /**
   * A part of a string of the script language.
   *
   * @param literal the string
   * @param part the part
   */
  record Said(StringLiteral literal, Span part) implements TextPlace {
    @Override
    public String value() {
      return part.text();
    }

    @Override
    public int start() {
      return part.start();
    }

    @Override
    public Patch patch(String value) {
      char quote = literal.quote();
      if (!literal.raw()) {
        String inside = LiteralWriter.dialogue(value, quote, literal.triple());
        return new Patch(part.start(), part.end(), inside);
      }
      if (LiteralWriter.fitsRaw(value, quote)) {
        return new Patch(part.start(), part.end(), value);
      }
      String inside = LiteralWriter.dialogue(value, '"', false);
      return new Patch(literal.start(), literal.end(), '"' + inside + '"');
    }
  }

  /**
   * A string of Python.
   *
   * @param literal the string
   */
  record Computed(PythonLiteral literal) implements TextPlace {
    @Override
    public String value() {
      return literal.value();
    }

    @Override
    public int start() {
      return literal.start();
    }

    @Override
    public Patch patch(String value) {
      char quote = literal.quote();
      boolean fits = !literal.raw() || LiteralWriter.fitsRaw(value, quote);
      if (literal.single() && fits) {
        String inside = literal.raw() ? value : LiteralWriter.python(value, quote);
        return new Patch(literal.contentStart(), literal.contentEnd(), inside);
      }
      String inside = LiteralWriter.python(value, '"');
      return new Patch(literal.start(), literal.end(), '"' + inside + '"');
    }
  }
}
